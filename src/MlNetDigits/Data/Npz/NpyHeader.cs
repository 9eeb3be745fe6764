using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace MlNetDigits;

/// <summary>The start of an array as numpy writes it.</summary>
/// <param name="Type">What numpy calls the type of its numbers.</param>
/// <param name="Form">How they are stored; null if that cannot be read here.</param>
/// <param name="IsFortranOrder">Whether the first index changes fastest.</param>
/// <param name="Shape">The sizes of its dimensions.</param>
/// <param name="Length">The bytes of the header.</param>
internal sealed partial record NpyHeader(
    string Type, NumberForm? Form, bool IsFortranOrder, ImmutableArray<uint> Shape, int Length)
{
    // The text of a header of numbers takes some 128 bytes.
    private const int LongestText = 1 << 16;

    private static ReadOnlySpan<byte> Magic => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];

    /// <summary>Whether content starts as an array of numpy's does.</summary>
    public static bool IsNpy(ReadOnlySpan<byte> start) => start.StartsWith(Magic);

    /// <summary>Reads a header.</summary>
    /// <param name="read">Fills a buffer from the content as far as it goes, and says how far.</param>
    /// <param name="problem">What is wrong, to follow the array's name; null if nothing is.</param>
    /// <returns>The header; null if there is none.</returns>
    public static NpyHeader? Read(ReadBytes read, out string? problem)
    {
        problem = "is no array as numpy writes it; save it again with numpy.savez";
        Span<byte> start = stackalloc byte[12];
        if (read(start[..10]) < 10 || !IsNpy(start) || start[6] is not (>= 1 and <= 3))
            return null;
        if (start[6] > 1 && read(start[10..]) < 2)
            return null;

        var (before, length) = start[6] == 1
            ? (10, BinaryPrimitives.ReadUInt16LittleEndian(start[8..]))
            : (12, BinaryPrimitives.ReadUInt32LittleEndian(start[8..]));
        if (length > LongestText)
            return null;
        var text = new byte[length];
        return read(text) == length ? Parse(Encoding.UTF8.GetString(text), before + (int)length, out problem) : null;
    }

    private static NpyHeader? Parse(string text, int length, out string? problem)
    {
        problem = "has a header that cannot be read; save it again with numpy.savez";
        if (TypeOf().Match(text) is not { Success: true } type)
        {
            problem = "is an array of records, not of numbers";
            return null;
        }

        var order = OrderOf().Match(text);
        var shape = ShapeOf().Match(text);
        if (!order.Success || !shape.Success)
            return null;
        var sizes = shape.Groups[1].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(size => uint.TryParse(size.TrimEnd('L'), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : (uint?)null)
            .ToImmutableArray();
        if (sizes.Any(size => size is null))
            return null;

        problem = null;
        return new NpyHeader(
            type.Groups[1].Value, FormOf(type.Groups[1].Value), order.Groups[1].Value == "True", [.. sizes.Select(size => size!.Value)], length);
    }

    private static NumberForm? FormOf(string type)
    {
        NumberType? known = type.Length == 0 ? null : type[1..] switch
        {
            "u1" or "b1" => NumberType.UInt8,
            "i1" => NumberType.Int8,
            "u2" => NumberType.UInt16,
            "i2" => NumberType.Int16,
            "u4" => NumberType.UInt32,
            "i4" => NumberType.Int32,
            "u8" => NumberType.UInt64,
            "i8" => NumberType.Int64,
            "f2" => NumberType.Half,
            "f4" => NumberType.Single,
            "f8" => NumberType.Double,
            _ => null,
        };
        return known is { } number && type[0] is '|' or '<' or '>' or '=' ? new NumberForm(number, type[0] != '>') : null;
    }

    [GeneratedRegex(@"['""]descr['""]\s*:\s*['""]([^'""]*)['""]")]
    private static partial Regex TypeOf();

    [GeneratedRegex(@"['""]fortran_order['""]\s*:\s*(True|False)")]
    private static partial Regex OrderOf();

    [GeneratedRegex(@"['""]shape['""]\s*:\s*\(([^)]*)\)")]
    private static partial Regex ShapeOf();

    /// <summary>Fills a buffer from a content as far as it goes; returns how far.</summary>
    public delegate int ReadBytes(Span<byte> buffer);
}
