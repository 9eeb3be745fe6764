using System.Buffers.Binary;

namespace MlNetDigits;

/// <summary>The types of numbers that files of arrays hold.</summary>
internal enum NumberType
{
    /// <summary>A byte.</summary>
    UInt8,

    /// <summary>A byte with a sign.</summary>
    Int8,

    /// <summary>Two bytes.</summary>
    UInt16,

    /// <summary>Two bytes with a sign.</summary>
    Int16,

    /// <summary>Four bytes.</summary>
    UInt32,

    /// <summary>Four bytes with a sign.</summary>
    Int32,

    /// <summary>Eight bytes.</summary>
    UInt64,

    /// <summary>Eight bytes with a sign.</summary>
    Int64,

    /// <summary>Two bytes with a binary point.</summary>
    Half,

    /// <summary>Four bytes with a binary point.</summary>
    Single,

    /// <summary>Eight bytes with a binary point.</summary>
    Double,
}

/// <summary>How a number is stored.</summary>
/// <param name="Type">Its type.</param>
/// <param name="IsLittleEndian">Whether its lowest byte comes first; of no meaning for one byte.</param>
internal readonly record struct NumberForm(NumberType Type, bool IsLittleEndian)
{
    /// <summary>The form of almost all pixels.</summary>
    public static NumberForm Byte { get; } = new(NumberType.UInt8, IsLittleEndian: false);

    /// <summary>The bytes of a number.</summary>
    public int Length => Type switch
    {
        NumberType.UInt8 or NumberType.Int8 => 1,
        NumberType.UInt16 or NumberType.Int16 or NumberType.Half => 2,
        NumberType.UInt32 or NumberType.Int32 or NumberType.Single => 4,
        _ => 8,
    };

    /// <summary>Whether it is a byte from 0 to 255, which need not be converted.</summary>
    public bool IsByte => Type == NumberType.UInt8;

    /// <summary>Whether it may have a fraction.</summary>
    public bool IsFloat => Type is NumberType.Half or NumberType.Single or NumberType.Double;

    /// <summary>The type in words.</summary>
    public string Name => Type switch
    {
        NumberType.UInt8 => "bytes",
        NumberType.Int8 => "bytes with a sign",
        NumberType.Half or NumberType.Single or NumberType.Double => $"{8 * Length}-bit floating-point numbers",
        NumberType.UInt16 or NumberType.UInt32 or NumberType.UInt64 => $"{8 * Length}-bit numbers without a sign",
        _ => $"{8 * Length}-bit numbers",
    };

    /// <summary>The number at the start of some bytes. Of the largest ones the last digits are lost, which nobody asks for.</summary>
    public double Read(ReadOnlySpan<byte> bytes) => Type switch
    {
        NumberType.UInt8 => bytes[0],
        NumberType.Int8 => (sbyte)bytes[0],
        NumberType.UInt16 => IsLittleEndian ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes),
        NumberType.Int16 => IsLittleEndian ? BinaryPrimitives.ReadInt16LittleEndian(bytes) : BinaryPrimitives.ReadInt16BigEndian(bytes),
        NumberType.UInt32 => IsLittleEndian ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes),
        NumberType.Int32 => IsLittleEndian ? BinaryPrimitives.ReadInt32LittleEndian(bytes) : BinaryPrimitives.ReadInt32BigEndian(bytes),
        NumberType.UInt64 => IsLittleEndian ? BinaryPrimitives.ReadUInt64LittleEndian(bytes) : BinaryPrimitives.ReadUInt64BigEndian(bytes),
        NumberType.Int64 => IsLittleEndian ? BinaryPrimitives.ReadInt64LittleEndian(bytes) : BinaryPrimitives.ReadInt64BigEndian(bytes),
        NumberType.Half => (double)(IsLittleEndian ? BinaryPrimitives.ReadHalfLittleEndian(bytes) : BinaryPrimitives.ReadHalfBigEndian(bytes)),
        NumberType.Single => IsLittleEndian ? BinaryPrimitives.ReadSingleLittleEndian(bytes) : BinaryPrimitives.ReadSingleBigEndian(bytes),
        _ => IsLittleEndian ? BinaryPrimitives.ReadDoubleLittleEndian(bytes) : BinaryPrimitives.ReadDoubleBigEndian(bytes),
    };
}
