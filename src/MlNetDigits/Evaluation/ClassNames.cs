using System.Collections.Immutable;
using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace MlNetDigits;

/// <summary>Finds out what the classes of a data set are called.</summary>
public static class ClassNames
{
    /// <summary>The names that a label column gives its classes.</summary>
    /// <param name="label">The column: a key whose values are text, numbers or truth values, or anything else.</param>
    /// <param name="classes">The number of classes that a model knows.</param>
    /// <returns>
    /// As many names as there are classes: the key's values in their order, numbers written as everywhere in programs;
    /// the index of a class, from 0, where the key has no value for it.
    /// </returns>
    public static ImmutableArray<string> Of(DataViewSchema.Column label, int classes)
    {
        var names = KeyValues(label);
        return [.. names.Take(classes), .. OfIndices(classes).Skip(names.Length)];
    }

    /// <summary>Names for classes that have none.</summary>
    /// <param name="classes">The number of classes.</param>
    /// <returns>"0", "1" and so on.</returns>
    public static ImmutableArray<string> OfIndices(int classes)
        => [.. Enumerable.Range(0, classes).Select(index => index.ToString(CultureInfo.InvariantCulture))];

    private static ImmutableArray<string> KeyValues(DataViewSchema.Column label)
    {
        if (label.Annotations.Schema.GetColumnOrNull(AnnotationUtils.Kinds.KeyValues) is not { Type: VectorDataViewType type })
            return [];

        return Type.GetTypeCode(type.ItemType.RawType) switch
        {
            TypeCode.Object when type.ItemType is TextDataViewType => Values<ReadOnlyMemory<char>>(label, name => name.ToString()),
            TypeCode.Boolean => Values<bool>(label, name => name ? "true" : "false"),
            TypeCode.Byte => Numbers<byte>(label),
            TypeCode.SByte => Numbers<sbyte>(label),
            TypeCode.Int16 => Numbers<short>(label),
            TypeCode.UInt16 => Numbers<ushort>(label),
            TypeCode.Int32 => Numbers<int>(label),
            TypeCode.UInt32 => Numbers<uint>(label),
            TypeCode.Int64 => Numbers<long>(label),
            TypeCode.UInt64 => Numbers<ulong>(label),
            TypeCode.Single => Numbers<float>(label),
            TypeCode.Double => Numbers<double>(label),
            _ => [],
        };
    }

    private static ImmutableArray<string> Numbers<T>(DataViewSchema.Column label)
        where T : IFormattable
        => Values<T>(label, number => number.ToString(null, CultureInfo.InvariantCulture));

    private static ImmutableArray<string> Values<T>(DataViewSchema.Column label, Func<T, string> name)
    {
        var values = default(VBuffer<T>);
        label.GetKeyValues(ref values);
        return [.. values.DenseValues().Select(name)];
    }
}
