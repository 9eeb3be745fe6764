using Microsoft.ML;
using Microsoft.ML.Data;

namespace MlNetDigits;

/// <summary>Reads the class of a row from every kind of label column that ML.NET evaluates.</summary>
internal static class LabelGetter
{
    /// <summary>What gives the class of the row that the cursor is on.</summary>
    /// <param name="row">The cursor, with the column active.</param>
    /// <param name="label">A key of any width, or a number that is the index of a class.</param>
    /// <returns>
    /// A function that gives the index of the class, from 0, which a model need not know; null if the row has no label. A
    /// number that is no index, such as 1.5 or -1, is none: ML.NET leaves such rows out like those without a label.
    /// </returns>
    /// <exception cref="ArgumentException">The column is of another type.</exception>
    public static Func<int?> Open(DataViewRow row, DataViewSchema.Column label)
    {
        ArgumentNullException.ThrowIfNull(row);
        return Type.GetTypeCode(label.Type.RawType) switch
        {
            TypeCode.Byte when label.Type is KeyDataViewType => Get<byte>(row, label, key => key == 0 ? null : key - 1),
            TypeCode.UInt16 when label.Type is KeyDataViewType => Get<ushort>(row, label, key => key == 0 ? null : key - 1),
            TypeCode.UInt32 when label.Type is KeyDataViewType => Get<uint>(row, label, OfKey),
            TypeCode.UInt64 when label.Type is KeyDataViewType => Get<ulong>(row, label, OfKey),
            TypeCode.Single => Get<float>(row, label, index => OfNumber(index)),
            TypeCode.Double => Get<double>(row, label, OfNumber),
            _ => throw new ArgumentException($"The column '{label.Name}' is {label.Type}, which is no label of classes.", nameof(label)),
        };
    }

    private static int? OfKey(uint key) => OfKey((ulong)key);

    private static int? OfKey(ulong key) => key == 0 ? null : (int)Math.Min(key - 1, int.MaxValue);

    private static int? OfNumber(double index) => index >= 0 && (int)index == index ? (int)index : null;

    private static Func<int?> Get<T>(DataViewRow row, DataViewSchema.Column label, Func<T, int?> toClass)
    {
        var getter = row.GetGetter<T>(label);
        var value = default(T)!;
        return () =>
        {
            getter(ref value);
            return toClass(value);
        };
    }
}
