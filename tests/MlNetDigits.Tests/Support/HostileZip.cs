using System.Buffers.Binary;
using System.IO.Compression;

namespace MlNetDigits.Tests.Support;

/// <summary>Zip archives that lie.</summary>
internal static class HostileZip
{
    private const int SizeInCentralDirectory = 24;

    /// <summary>A small archive of many zeros.</summary>
    public static byte[] Bomb(long bytes)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = archive.CreateEntry("TransformerChain/Model.key", CompressionLevel.SmallestSize).Open())
        {
            var block = new byte[1 << 20];
            for (var written = 0L; written < bytes; written += block.Length)
                entry.Write(block);
        }

        return stream.ToArray();
    }

    /// <summary>An archive whose first entry declares another size than it has.</summary>
    public static byte[] Declaring(byte[] archive, uint size)
    {
        var lying = (byte[])archive.Clone();
        var directory = lying.AsSpan().IndexOf("PK\x01\x02"u8);
        BinaryPrimitives.WriteUInt32LittleEndian(lying.AsSpan(directory + SizeInCentralDirectory), size);
        return lying;
    }
}
