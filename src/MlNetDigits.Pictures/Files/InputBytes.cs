namespace MlNetDigits.Pictures;

/// <summary>Reads whole small files.</summary>
internal static class InputBytes
{
    private const long MostBytes = 1L << 28;

    /// <summary>The bytes of a file.</summary>
    /// <exception cref="InvalidInputException">The file is not there, may not be read, or is far too large.</exception>
    public static byte[] Read(string path)
    {
        if (Directory.Exists(path))
            throw new InvalidInputException(path, "is a folder, but a file is needed");
        if (!File.Exists(path))
            throw new InvalidInputException(path, "is not there; check the name");

        try
        {
            using var file = File.OpenRead(path);
            using var bytes = new MemoryStream();

            // Not by the length that the file tells: a pipe or a device tells none.
            var part = new byte[1 << 16];
            for (int count; (count = file.Read(part)) > 0;)
            {
                bytes.Write(part, 0, count);
                if (bytes.Length > MostBytes)
                {
                    throw new InvalidInputException(
                        path, $"is larger than {MostBytes >> 20} MB, which no picture of a digit is");
                }
            }

            return bytes.ToArray();
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new InvalidInputException(path, "may not be read by you", innerException: exception);
        }
    }
}
