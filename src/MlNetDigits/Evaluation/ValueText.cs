using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace MlNetDigits;

/// <summary>Writes the values of labels as text, by which the classes of different columns are compared.</summary>
internal static class ValueText
{
    /// <summary>A truth value.</summary>
    public static string Of(bool value) => value ? "true" : "false";

    /// <summary>A number, as everywhere in programs.</summary>
    public static string Of<T>(T number)
        where T : IFormattable
        => number.ToString(null, CultureInfo.InvariantCulture);

    /// <summary>What gives the text of a row's label.</summary>
    /// <param name="row">The row, with the column active.</param>
    /// <param name="label">A key with values or without (then the index of the class is meant), text, a truth value or a number.</param>
    /// <returns>A function that gives the text, or null if the row has no label; null if the column is of another type.</returns>
    public static Func<string?>? Open(DataViewRow row, DataViewSchema.Column label) => label.Type switch
    {
        KeyDataViewType => OpenKey(row, label),
        TextDataViewType => Get<ReadOnlyMemory<char>>(row, label, text => text.IsEmpty ? null : text.ToString()),
        BooleanDataViewType => Get<bool>(row, label, Of),
        NumberDataViewType { RawType: var type } => Type.GetTypeCode(type) switch
        {
            TypeCode.Byte => Get<byte>(row, label, Of),
            TypeCode.SByte => Get<sbyte>(row, label, Of),
            TypeCode.Int16 => Get<short>(row, label, Of),
            TypeCode.UInt16 => Get<ushort>(row, label, Of),
            TypeCode.Int32 => Get<int>(row, label, Of),
            TypeCode.UInt32 => Get<uint>(row, label, Of),
            TypeCode.Int64 => Get<long>(row, label, Of),
            TypeCode.UInt64 => Get<ulong>(row, label, Of),
            TypeCode.Single => Get<float>(row, label, number => float.IsNaN(number) ? null : Of(number)),
            TypeCode.Double => Get<double>(row, label, number => double.IsNaN(number) ? null : Of(number)),
            _ => null,
        },
        _ => null,
    };

    private static Func<string?> OpenKey(DataViewRow row, DataViewSchema.Column label)
    {
        var names = ClassNames.OfKey(label) ?? [];
        var classOf = LabelGetter.Open(row, label);
        return () => classOf() is not { } index ? null : index < names.Length ? names[index] : Of(index);
    }

    private static Func<string?> Get<T>(DataViewRow row, DataViewSchema.Column label, Func<T, string?> text)
    {
        var getter = row.GetGetter<T>(label);
        var value = default(T)!;
        return () =>
        {
            getter(ref value);
            return text(value);
        };
    }
}
