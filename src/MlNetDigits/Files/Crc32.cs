namespace MlNetDigits;

/// <summary>The checksum of zip files (reflected polynomial EDB88320).</summary>
internal static class Crc32
{
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(value => Shifted((uint)value))];

    /// <summary>Goes on with a checksum; the first call starts from 0.</summary>
    public static uint Append(uint checksum, ReadOnlySpan<byte> bytes)
    {
        var state = ~checksum;
        foreach (var value in bytes)
            state = Table[(byte)(state ^ value)] ^ (state >> 8);
        return ~state;
    }

    private static uint Shifted(uint value)
    {
        for (var bit = 0; bit < 8; bit++)
            value = (value & 1) != 0 ? (value >> 1) ^ 0xEDB8_8320 : value >> 1;
        return value;
    }
}
