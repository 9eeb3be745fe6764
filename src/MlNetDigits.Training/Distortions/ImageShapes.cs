using Microsoft.ML.Data;

namespace MlNetDigits.Training;

/// <summary>Finds out the shape of images that are to be distorted.</summary>
internal static class ImageShapes
{
    private const string Property = $"{nameof(SigmoidNetworkOptions.Distortions)}.{nameof(ImageDistortions.Shape)}";

    /// <summary>The shape that the feature column tells; null if it tells none.</summary>
    public static ImageShape? ToldBy(RoleMappedData data)
        => ImageShapeAnnotation.Find(data.Schema.Feature!.Value) is var (rows, columns) ? new ImageShape(rows, columns) : null;

    /// <summary>The shape to work with; null if nothing is to be distorted.</summary>
    /// <param name="distortions">May tell the shape.</param>
    /// <param name="told">What the data tells; null if it tells nothing.</param>
    public static ImageShape? Used(ImageDistortions distortions, ImageShape? told)
        => distortions.IsNone ? null : distortions.Shape ?? told;

    /// <summary>What is wrong with the shape; null if nothing is.</summary>
    /// <param name="distortions">May tell the shape.</param>
    /// <param name="told">What the data tells; null if it tells nothing.</param>
    /// <param name="features">The number of features of a record.</param>
    public static string? FindProblem(ImageDistortions distortions, ImageShape? told, int features)
        => distortions.IsNone ? null
            : Used(distortions, told) is not { } shape
                ? $"To distort images, their shape must be known, and the feature column does not tell it; set {Property}, such as to ImageShape.Digit for 28 x 28 pixels."
            : shape.Pixels != features
                ? $"{Property} is {shape}, which makes {shape.Pixels} pixels, but the data has {features} features."
            : null;
}
