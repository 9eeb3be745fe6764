using System.IO.Compression;
using System.Text;

namespace MlNetDigits.Tests.Data;

/// <summary>Files as numpy writes them, made by hand.</summary>
internal static class NpzFiles
{
    /// <summary>An array: the magic number, version 1.0, a header padded to 64 bytes, the numbers.</summary>
    public static byte[] Npy(string type, string shape, byte[] numbers, bool isFortranOrder = false)
    {
        var header = $"{{'descr': '{type}', 'fortran_order': {(isFortranOrder ? "True" : "False")}, 'shape': {shape}, }}";
        header = header.PadRight((((10 + header.Length + 1 + 63) / 64) * 64) - 11) + "\n";
        return
        [
            0x93, .. "NUMPY"u8, 1, 0, (byte)(header.Length & 255), (byte)(header.Length >> 8), .. Encoding.ASCII.GetBytes(header), .. numbers,
        ];
    }

    /// <summary>An archive of arrays.</summary>
    public static byte[] Npz(params (string Name, byte[] Array)[] arrays) => Npz(CompressionLevel.Optimal, arrays);

    /// <summary>An archive of arrays.</summary>
    public static byte[] Npz(CompressionLevel level, params (string Name, byte[] Array)[] arrays)
    {
        var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, array) in arrays)
            {
                using var entry = archive.CreateEntry(name + ".npy", level).Open();
                entry.Write(array);
            }
        }

        return file.ToArray();
    }

    /// <summary>The pixels of digits as bytes.</summary>
    public static byte[] Pixels(IEnumerable<DigitRecord> records) => [.. records.SelectMany(record => record.Pixels.ToArray())];

    /// <summary>Pictures as Keras has them.</summary>
    public static byte[] Pictures(IReadOnlyCollection<DigitRecord> records) => Npy("|u1", $"({records.Count}, 28, 28)", Pixels(records));

    /// <summary>Labels as Keras has them.</summary>
    public static byte[] Labels(IReadOnlyCollection<DigitRecord> records)
        => Npy("|u1", $"({records.Count},)", [.. records.Select(record => record.Label)]);
}
