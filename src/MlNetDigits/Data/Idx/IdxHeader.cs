using System.Buffers.Binary;
using System.Globalization;

namespace MlNetDigits;

/// <summary>What an IDX file holds.</summary>
public enum IdxKind
{
    /// <summary>Pictures: magic number 0x00000803.</summary>
    Images,

    /// <summary>Their labels: magic number 0x00000801, or 0x00000C02 for QMNIST's.</summary>
    Labels,
}

/// <summary>The start of an IDX file: as MNIST has it, 16 bytes of an images file, 8 of a labels file, big-endian.</summary>
/// <param name="Kind">What the file holds.</param>
/// <param name="Count">How many of them, by its own account.</param>
public sealed record IdxHeader(IdxKind Kind, uint Count)
{
    /// <summary>The bytes of the longest header that can be read.</summary>
    internal const int LongestLength = 4 + (4 * MostDimensions);

    private const int MostDimensions = 4;

    /// <summary>The bytes of the header.</summary>
    public int Length => 4 + (4 * Dimensions);

    /// <summary>The bytes of one record.</summary>
    public int RecordLength => Kind == IdxKind.Images ? DigitFormat.Pixels : Form.Length * NumbersPerLabel;

    /// <summary>The dimensions of the array, that of the records among them.</summary>
    internal int Dimensions { get; init; } = Kind == IdxKind.Images ? 3 : 1;

    /// <summary>How its numbers are stored.</summary>
    internal NumberForm Form { get; init; } = NumberForm.Byte;

    /// <summary>How many numbers a label has, of which the first is meant: QMNIST's have eight.</summary>
    internal int NumbersPerLabel { get; init; } = 1;

    /// <summary>Whether a record is what is wanted, and nothing is to be converted.</summary>
    internal bool AreBytes => Form.IsByte && NumbersPerLabel == 1;

    /// <summary>Reads a header and checks it.</summary>
    /// <param name="start">The first bytes of the unpacked content: 16 of MNIST's images, 8 of its labels. More do no
    /// harm.</param>
    /// <param name="expected">What the file should hold.</param>
    /// <param name="path">The file, for the message.</param>
    /// <returns>The header.</returns>
    /// <exception cref="InvalidInputException">The content is cut short or something else, or the pictures are not
    /// 28 x 28.</exception>
    public static IdxHeader Parse(ReadOnlySpan<byte> start, IdxKind expected, string path)
    {
        if (start.Length >= 4 && !FileSignature.IsIdx(start))
            throw new InvalidInputException(path, $"{Describe(start)}, but {Name(expected)} are expected here");

        var length = LengthOf(start, expected);
        if (start.Length < length)
        {
            throw new InvalidInputException(
                path, $"is cut short: the header has {length} bytes, and {start.Length} are there; get the file again");
        }

        var sizes = new uint[start[3]];
        for (var i = 0; i < sizes.Length; i++)
            sizes[i] = BinaryPrimitives.ReadUInt32BigEndian(start[(4 * (i + 1))..]);
        var kind = AreLabels(sizes) ? IdxKind.Labels : IdxKind.Images;
        if (kind != expected)
            throw new InvalidInputException(path, $"is {(kind == IdxKind.Images ? "an images" : "a labels")} file, but {Name(expected)} are expected here");

        var form = FormOf(start[2]);
        if ((kind == IdxKind.Images ? FindProblemOfImages(form, sizes) : FindProblemOfLabels(form, sizes)) is { } problem)
            throw new InvalidInputException(path, problem);
        return sizes[0] == 0
            ? throw new InvalidInputException(path, $"holds no {Name(expected)}: its header says 0; get the file again")
            : new IdxHeader(expected, sizes[0])
            {
                Dimensions = sizes.Length,
                Form = form,
                NumbersPerLabel = kind == IdxKind.Labels && sizes.Length == 2 ? (int)sizes[1] : 1,
            };
    }

    /// <summary>The bytes of the header, ready to be written.</summary>
    /// <returns>16 bytes for images, 8 for labels.</returns>
    public byte[] ToBytes()
    {
        var bytes = new byte[LengthOf(Kind)];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, Kind == IdxKind.Images ? 0x803u : 0x801u);
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(4), Count);
        if (Kind == IdxKind.Images)
        {
            BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(8), DigitFormat.Rows);
            BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(12), DigitFormat.Columns);
        }

        return bytes;
    }

    /// <summary>The bytes of a header of this kind, as MNIST has it.</summary>
    internal static int LengthOf(IdxKind kind) => kind == IdxKind.Images ? 16 : 8;

    /// <summary>The bytes of the header that starts so; if it is none, of one of this kind.</summary>
    internal static int LengthOf(ReadOnlySpan<byte> start, IdxKind expected)
        => start.Length >= 4 && FileSignature.IsIdx(start) ? 4 + (4 * start[3]) : LengthOf(expected);

    internal static string Name(IdxKind kind) => kind == IdxKind.Images ? "images" : "labels";

    private static bool AreLabels(uint[] sizes) => sizes.Length == 1 || (sizes.Length == 2 && sizes[1] != DigitFormat.Pixels);

    private static NumberForm FormOf(byte type) => new(
        type switch
        {
            0x08 => NumberType.UInt8,
            0x09 => NumberType.Int8,
            0x0B => NumberType.Int16,
            0x0C => NumberType.Int32,
            0x0D => NumberType.Single,
            _ => NumberType.Double,
        },
        IsLittleEndian: false);

    private static string? FindProblemOfImages(NumberForm form, uint[] sizes)
    {
        if (PictureShape.IsDigit(sizes.AsSpan(1)))
            return form.IsByte ? null : $"holds pixels as {form.Name}, but only bytes can be read from IDX; write them as bytes, 0 to 255";
        return PictureShape.IsDigit([.. sizes.Skip(1).Select(BinaryPrimitives.ReverseEndianness)])
            ? "has a header whose numbers are the wrong way round: IDX is big-endian; write the file anew"
            : $"holds pictures of {PictureShape.Describe(sizes.AsSpan(1))}; only 28 x 28 can be read, so resize them";
    }

    private static string? FindProblemOfLabels(NumberForm form, uint[] sizes) => sizes switch
    {
        [_] or [_, 1] => null,
        [_, 8] when form.Type == NumberType.Int32 => null,
        _ => string.Create(
            CultureInfo.InvariantCulture,
            $"holds {sizes[1]} numbers a label, but one is needed; if these are one-hot, write the place of the 1, from 0"),
    };

    private static string Describe(ReadOnlySpan<byte> start) => start switch
    {
        [> 0 and <= MostDimensions, >= 0x08 and <= 0x0E, 0, 0, ..]
            => "is an IDX file whose header is the wrong way round: IDX is big-endian",
        [0x1F, 0x8B, ..] => "is packed twice; unpack it once",
        [0, 0, ..] => $"is an IDX file of another kind (magic number 0x{Convert.ToHexString(start[..4])})",
        _ => $"is not an IDX file (it starts with 0x{Convert.ToHexString(start[..4])} in place of the magic number)",
    };
}
