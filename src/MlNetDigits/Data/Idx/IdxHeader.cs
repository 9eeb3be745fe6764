using System.Buffers.Binary;

namespace MlNetDigits;

/// <summary>What an IDX file holds.</summary>
public enum IdxKind
{
    /// <summary>Pictures: magic number 0x00000803.</summary>
    Images,

    /// <summary>Their labels: magic number 0x00000801.</summary>
    Labels,
}

/// <summary>The start of an IDX file: 16 bytes of an images file, 8 of a labels file, big-endian.</summary>
/// <param name="Kind">What the file holds.</param>
/// <param name="Count">How many of them, by its own account.</param>
public sealed record IdxHeader(IdxKind Kind, uint Count)
{
    /// <summary>The bytes of the header.</summary>
    public int Length => LengthOf(Kind);

    /// <summary>The bytes of one record.</summary>
    public int RecordLength => Kind == IdxKind.Images ? DigitFormat.Pixels : 1;

    /// <summary>Reads a header and checks it.</summary>
    /// <param name="start">The first bytes of the unpacked content: 16 of an images file, 8 of a labels file. More do
    /// no harm.</param>
    /// <param name="expected">What the file should hold.</param>
    /// <param name="path">The file, for the message.</param>
    /// <returns>The header.</returns>
    /// <exception cref="InvalidInputException">The content is cut short or something else, or the pictures are not
    /// 28 x 28.</exception>
    public static IdxHeader Parse(ReadOnlySpan<byte> start, IdxKind expected, string path)
    {
        if (start.Length >= 4 && BinaryPrimitives.ReadUInt32BigEndian(start) is var magic && magic != Magic(expected))
            throw new InvalidInputException(path, $"{Describe(magic)}, but {Name(expected)} are expected here");
        if (start.Length < LengthOf(expected))
        {
            throw new InvalidInputException(
                path, $"is cut short: the header has {LengthOf(expected)} bytes, and {start.Length} are there; "
                + "get the file again");
        }

        if (expected == IdxKind.Images)
        {
            var (rows, columns) = (
                BinaryPrimitives.ReadUInt32BigEndian(start[8..]), BinaryPrimitives.ReadUInt32BigEndian(start[12..]));
            if (rows != DigitFormat.Rows || columns != DigitFormat.Columns)
            {
                throw new InvalidInputException(
                    path, $"holds pictures of {rows} x {columns} pixels; only 28 x 28 can be read, so resize them");
            }
        }

        var count = BinaryPrimitives.ReadUInt32BigEndian(start[4..]);
        return count == 0
            ? throw new InvalidInputException(path, $"holds no {Name(expected)}: its header says 0; get the file again")
            : new IdxHeader(expected, count);
    }

    /// <summary>The bytes of the header, ready to be written.</summary>
    /// <returns>16 bytes for images, 8 for labels.</returns>
    public byte[] ToBytes()
    {
        var bytes = new byte[Length];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, Magic(Kind));
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(4), Count);
        if (Kind == IdxKind.Images)
        {
            BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(8), DigitFormat.Rows);
            BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(12), DigitFormat.Columns);
        }

        return bytes;
    }

    /// <summary>The bytes of a header of this kind.</summary>
    internal static int LengthOf(IdxKind kind) => kind == IdxKind.Images ? 16 : 8;

    internal static string Name(IdxKind kind) => kind == IdxKind.Images ? "images" : "labels";

    private static uint Magic(IdxKind kind) => kind == IdxKind.Images ? 0x803u : 0x801u;

    private static string Describe(uint magic) => magic switch
    {
        0x803 => "is an images file",
        0x801 => "is a labels file",
        _ when (magic & 0xFFFF_0000) == 0 => $"is an IDX file of another kind (magic number 0x{magic:X8})",
        _ => $"is not an IDX file (it starts with 0x{magic:X8} in place of the magic number)",
    };
}
