using Microsoft.ML;
using Microsoft.ML.Data;

namespace MlNetDigits;

/// <summary>
/// Tells of a column of images how many rows and columns of pixels each vector is. ML.NET has no annotation for it; most
/// transforms drop what they do not know, <see cref="PixelScalingTransformer"/> passes it on.
/// </summary>
internal static class ImageShapeAnnotation
{
    /// <summary>The kind of the annotation: a vector of two whole numbers, rows and columns.</summary>
    public const string Kind = "ImageShape";

    /// <summary>Adds it.</summary>
    public static void AddTo(DataViewSchema.Annotations.Builder annotations, int rows, int columns)
        => annotations.Add(
            Kind,
            new VectorDataViewType(NumberDataViewType.Int32, 2),
            (ref VBuffer<int> shape) => new VBuffer<int>(2, [rows, columns]).CopyTo(ref shape));

    /// <summary>Reads it; null if a column does not have it.</summary>
    public static (int Rows, int Columns)? Find(DataViewSchema.Column column)
    {
        if (column.Annotations.Schema.GetColumnOrNull(Kind)?.Type is not VectorDataViewType { Size: 2 } type || type.ItemType != NumberDataViewType.Int32)
            return null;
        var shape = default(VBuffer<int>);
        column.Annotations.GetValue(Kind, ref shape);
        return (shape.GetItemOrDefault(0), shape.GetItemOrDefault(1));
    }
}
