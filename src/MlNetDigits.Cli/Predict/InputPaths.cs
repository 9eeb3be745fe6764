namespace MlNetDigits.Cli.Predict;

/// <summary>Finds the files that are meant.</summary>
internal static class InputPaths
{
    private static readonly string[] PictureEndings = [".png", ".jpg", ".jpeg"];

    /// <summary>A file stands for itself, a folder for its PNG and JPEG files, in the order of their names.</summary>
    /// <exception cref="InvalidInputException">A folder holds none, or may not be read.</exception>
    public static IEnumerable<string> Files(IEnumerable<string> paths)
        => paths.SelectMany(path => Directory.Exists(path) ? Pictures(path) : [path]);

    private static string[] Pictures(string folder)
    {
        try
        {
            string[] files =
            [
                .. Directory.EnumerateFiles(folder)
                    .Where(file => PictureEndings.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase))
                    .Order(StringComparer.Ordinal),
            ];
            return files.Length > 0
                ? files
                : throw new InvalidInputException(folder, "the folder holds no file that ends in .png, .jpg or .jpeg");
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new InvalidInputException(folder, "may not be read by you", innerException: exception);
        }
    }
}
