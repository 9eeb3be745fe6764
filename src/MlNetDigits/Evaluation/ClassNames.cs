using System.Collections.Immutable;
using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace MlNetDigits;

/// <summary>Finds out what the classes of a data set or of a model are called.</summary>
public static class ClassNames
{
    private const int MostListed = 10;

    /// <summary>The names that a label column gives its classes.</summary>
    /// <param name="label">The column: a key whose values are text, numbers or truth values, or anything else.</param>
    /// <param name="classes">The number of classes that a model knows.</param>
    /// <returns>
    /// As many names as there are classes: the key's values in their order, numbers written as everywhere in programs;
    /// the index of a class, from 0, where the key has no value for it.
    /// </returns>
    public static ImmutableArray<string> Of(DataViewSchema.Column label, int classes)
    {
        var names = OfKey(label) ?? [];
        return [.. names.Take(classes), .. OfIndices(classes).Skip(names.Length)];
    }

    /// <summary>The names of the classes that a model knows, in the order of its scores.</summary>
    /// <param name="scored">The columns that the model gives.</param>
    /// <param name="scoreColumnName">The scores, a vector with one for each class.</param>
    /// <returns>
    /// The values of the label that the model was trained on, whatever their type, as <see cref="Of"/> writes them; null if
    /// the model does not tell.
    /// </returns>
    public static ImmutableArray<string>? OfScores(DataViewSchema scored, string scoreColumnName = DefaultColumnNames.Score)
    {
        ArgumentNullException.ThrowIfNull(scored);
        return scored.GetColumnOrNull(scoreColumnName) is { Type: VectorDataViewType { IsKnownSize: true } type } score
            && Values(score, AnnotationUtils.Kinds.TrainingLabelValues) is { } names
            && names.Length == type.Size
                ? names
                : null;
    }

    /// <summary>Names for classes that have none.</summary>
    /// <param name="classes">The number of classes.</param>
    /// <returns>"0", "1" and so on.</returns>
    public static ImmutableArray<string> OfIndices(int classes)
        => [.. Enumerable.Range(0, classes).Select(index => index.ToString(CultureInfo.InvariantCulture))];

    /// <summary>The values of a key, in their order; null if it has none, or the column is no key.</summary>
    internal static ImmutableArray<string>? OfKey(DataViewSchema.Column label) => Values(label, AnnotationUtils.Kinds.KeyValues);

    /// <summary>Names as a part of a sentence: not more than so many of them.</summary>
    internal static string Listed(IReadOnlyCollection<string> names, int most = MostListed)
        => string.Join(", ", names.Take(most))
            + (names.Count <= most ? "" : string.Create(CultureInfo.InvariantCulture, $" and {names.Count - most} more"));

    private static ImmutableArray<string>? Values(DataViewSchema.Column column, string kind)
    {
        if (column.Annotations.Schema.GetColumnOrNull(kind) is not { Type: VectorDataViewType type })
            return null;

        return Type.GetTypeCode(type.ItemType.RawType) switch
        {
            TypeCode.Object when type.ItemType is TextDataViewType => Values<ReadOnlyMemory<char>>(column, kind, name => name.ToString()),
            TypeCode.Boolean => Values<bool>(column, kind, ValueText.Of),
            TypeCode.Byte => Numbers<byte>(column, kind),
            TypeCode.SByte => Numbers<sbyte>(column, kind),
            TypeCode.Int16 => Numbers<short>(column, kind),
            TypeCode.UInt16 => Numbers<ushort>(column, kind),
            TypeCode.Int32 => Numbers<int>(column, kind),
            TypeCode.UInt32 => Numbers<uint>(column, kind),
            TypeCode.Int64 => Numbers<long>(column, kind),
            TypeCode.UInt64 => Numbers<ulong>(column, kind),
            TypeCode.Single => Numbers<float>(column, kind),
            TypeCode.Double => Numbers<double>(column, kind),
            _ => null,
        };
    }

    private static ImmutableArray<string> Numbers<T>(DataViewSchema.Column column, string kind)
        where T : IFormattable
        => Values<T>(column, kind, ValueText.Of);

    private static ImmutableArray<string> Values<T>(DataViewSchema.Column column, string kind, Func<T, string> name)
    {
        var values = default(VBuffer<T>);
        column.Annotations.GetValue(kind, ref values);
        return [.. values.DenseValues().Select(name)];
    }
}
