using System.Globalization;
using System.Numerics;
using System.Reflection;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace MlNetDigits;

/// <summary>Writes what a label is called into a column of another type.</summary>
internal static class SuppliedValues
{
    /// <summary>Makes a getter of a column.</summary>
    /// <param name="row">The row that has the label.</param>
    /// <param name="label">The label; null if there is none.</param>
    /// <param name="wanted">The column to fill; where the label cannot be written into it, each value is nothing: 0, NaN or empty.</param>
    public static Delegate Open(DataViewRow row, DataViewSchema.Column? label, DataViewSchema.Column wanted)
    {
        var textOf = label is { } column && ValueText.Open(row, column) is { } known ? known : () => null;
        return wanted.Type switch
        {
            TextDataViewType => (ValueGetter<ReadOnlyMemory<char>>)((ref ReadOnlyMemory<char> value) => value = textOf().AsMemory()),
            BooleanDataViewType => (ValueGetter<bool>)((ref bool value) => value = textOf() is "true" or "1"),
            KeyDataViewType key => OpenKey(textOf, key, wanted),
            NumberDataViewType { RawType: var type } => OpenNumber(textOf, type),
            VectorDataViewType vector => OfType(nameof(Zeros), vector.ItemType.RawType, vector.Size),
            var other => OfType(nameof(Nothing), other.RawType),
        };
    }

    private static Delegate OpenKey(Func<string?> textOf, KeyDataViewType key, DataViewSchema.Column wanted)
    {
        var names = ClassNames.OfKey(wanted);
        return Type.GetTypeCode(key.RawType) switch
        {
            TypeCode.Byte => Of(place => (byte)place),
            TypeCode.UInt16 => Of(place => (ushort)place),
            TypeCode.UInt32 => Of(place => (uint)place),
            _ => Of(place => place),
        };

        ValueGetter<T> Of<T>(Func<ulong, T> toKey) => (ref T value) => value = toKey(textOf() is { } text ? PlaceOf(text) : 0);

        // A key counts from 1, and 0 is none.
        ulong PlaceOf(string text) => names is { } known ? (ulong)(known.IndexOf(text) + 1)
            : ulong.TryParse(text, CultureInfo.InvariantCulture, out var index) && index < key.Count ? index + 1
            : 0;
    }

    private static Delegate OpenNumber(Func<string?> textOf, Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.Byte => Number<byte>(textOf),
        TypeCode.SByte => Number<sbyte>(textOf),
        TypeCode.Int16 => Number<short>(textOf),
        TypeCode.UInt16 => Number<ushort>(textOf),
        TypeCode.Int32 => Number<int>(textOf),
        TypeCode.UInt32 => Number<uint>(textOf),
        TypeCode.Int64 => Number<long>(textOf),
        TypeCode.UInt64 => Number<ulong>(textOf),
        TypeCode.Single => Number<float>(textOf),
        TypeCode.Double => Number<double>(textOf),
        _ => OfType(nameof(Nothing), type),
    };

    private static ValueGetter<T> Number<T>(Func<string?> textOf)
        where T : INumberBase<T>
        => (ref T value) => value = T.CreateSaturating(
            double.TryParse(textOf(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN);

    private static ValueGetter<T> Nothing<T>() => (ref T value) => value = default!;

    private static ValueGetter<VBuffer<T>> Zeros<T>(int size)
        => (ref VBuffer<T> value) => value = new VBuffer<T>(size, 0, [], []);

    private static Delegate OfType(string method, Type type, params object[] arguments)
        => (Delegate)typeof(SuppliedValues).GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(type).Invoke(null, arguments)!;
}
