using System.Buffers.Binary;
using System.Text;

namespace MlNetDigits.Training;

/// <summary>
/// The bytes of a 64-bit little-endian ELF file, with every access checked: a place outside the file gives an empty
/// span or null, never an exception.
/// </summary>
/// <param name="bytes">The whole file.</param>
internal readonly ref struct ElfImage(ReadOnlySpan<byte> bytes)
{
    private const int FileHeaderSize = 64;
    private const int SegmentSize = 56;
    private const int DynamicEntrySize = 16;
    private const uint LoadSegment = 1;
    private const uint DynamicSegment = 2;

    private readonly ReadOnlySpan<byte> _bytes = bytes;

    /// <summary>Whether the file starts as a 64-bit little-endian ELF file does.</summary>
    public bool IsElf => _bytes.Length >= FileHeaderSize && _bytes.StartsWith("\u007fELF\u0002\u0001"u8);

    /// <summary>The part of the file at an offset, or an empty span if it is not all there.</summary>
    public ReadOnlySpan<byte> Region(ulong offset, ulong size)
        => offset <= (ulong)_bytes.Length && size <= (ulong)_bytes.Length - offset
            ? _bytes.Slice((int)offset, (int)size)
            : [];

    /// <summary>The values of the dynamic section's entries by tag; null if the file has none or they are cut off.</summary>
    public IReadOnlyDictionary<ulong, ulong>? DynamicEntries()
    {
        for (var index = 0; Segment(index) is { IsEmpty: false } segment; index++)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(segment) != DynamicSegment)
                continue;

            var entries = Region(U64(segment, 8), U64(segment, 32));
            var values = new Dictionary<ulong, ulong>();
            for (; entries.Length >= DynamicEntrySize && U64(entries, 0) != 0; entries = entries[DynamicEntrySize..])
                values.TryAdd(U64(entries, 0), U64(entries, 8));
            return values.Count > 0 ? values : null;
        }

        return null;
    }

    /// <summary>Where in the file an address of the loaded library comes from; null if nothing is loaded there.</summary>
    public ulong? FileOffset(ulong address)
    {
        for (var index = 0; Segment(index) is { IsEmpty: false } segment; index++)
        {
            var start = U64(segment, 16);
            if (BinaryPrimitives.ReadUInt32LittleEndian(segment) == LoadSegment
                && address >= start && address - start < U64(segment, 32))
            {
                // Hostile numbers may wrap around; whatever comes out is checked again when it is read.
                return unchecked(U64(segment, 8) + (address - start));
            }
        }

        return null;
    }

    /// <summary>The zero-terminated text at an offset inside a table; null if it does not end within the table.</summary>
    public static string? Text(ReadOnlySpan<byte> table, uint offset)
    {
        if (offset >= table.Length)
            return null;

        var text = table[(int)offset..];
        var end = text.IndexOf((byte)0);
        return end < 0 ? null : Encoding.Latin1.GetString(text[..end]);
    }

    private ReadOnlySpan<byte> Segment(int index)
    {
        var (offset, size) = (U64(_bytes, 0x20), BinaryPrimitives.ReadUInt16LittleEndian(_bytes[0x36..]));
        var count = BinaryPrimitives.ReadUInt16LittleEndian(_bytes[0x38..]);
        return size == SegmentSize && index < count && offset <= (ulong)_bytes.Length
            ? Region(offset + (ulong)(index * SegmentSize), SegmentSize)
            : [];
    }

    private static ulong U64(ReadOnlySpan<byte> bytes, int offset)
        => BinaryPrimitives.ReadUInt64LittleEndian(bytes[offset..]);
}
