using MlNetDigits.Pictures;
using MlNetDigits.Tests.Pictures.Handwriting;
using MlNetDigits.Tests.Support;
using SkiaSharp;

namespace MlNetDigits.Tests.Cli.Predict;

/// <summary>A folder with pictures of digits, and the tool at work in it.</summary>
internal static class DrawnFolder
{
    /// <summary>Draws digits beside each other, of which the tool reads all right.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="name">The file; its ending decides the format.</param>
    /// <param name="digits">What there is to read.</param>
    public static void Draw(this TemporaryFolder folder, string name, string digits)
    {
        int[] line = [.. digits.Select(digit => Sheet.Digits.Index().First(entry => entry.Item.Label == digit - '0').Index)];
        Directory.CreateDirectory(Path.GetDirectoryName(folder.File(name))!);
        folder.Write(name, Encode(Sheet.WithLines([line], scale: 4), Path.GetExtension(name)));
    }

    /// <summary>Rows of digits as lines of text.</summary>
    /// <param name="digits">What there is to read.</param>
    /// <param name="isLabelled">Whether each line begins with the right answer.</param>
    public static string Rows(string digits, bool isLabelled = true) => string.Concat(digits
        .Select(digit => Sheet.Digits.First(entry => entry.Label == digit - '0'))
        .Select(entry => (isLabelled ? $"{entry.Label}," : "") + string.Join(',', entry.Pixels) + "\n"));

    /// <summary>Runs the verb with the model that comes with the project.</summary>
    public static DigitsRun Predict(this TemporaryFolder folder, params string[] arguments)
        => DigitsRun.Run(folder, ["predict", "--model", DigitsModel.Path, .. arguments]);

    /// <summary>Runs the verb with something on its standard input.</summary>
    public static DigitsRun PredictInput(this TemporaryFolder folder, byte[] input, params string[] arguments)
        => DigitsRun.Run(
            folder, console => console with { OpenInput = () => new MemoryStream(input) }, ["predict", "--model", DigitsModel.Path, .. arguments]);

    /// <summary>What was read in each picture, its lines together, by its file.</summary>
    public static IReadOnlyList<string> Read(this DigitsRun run) =>
    [
        .. run.Json.GetProperty("pictures").EnumerateArray().Select(picture
            => $"{picture.GetProperty("file")}: {string.Concat(picture.GetProperty("lines").EnumerateArray())}"),
    ];

    /// <summary>A bitmap file, which SkiaSharp reads and does not write.</summary>
    public static byte[] Bitmap(GreyImage picture)
    {
        var stride = ((picture.Width * 3) + 3) / 4 * 4;
        using var file = new MemoryStream();
        using var writer = new BinaryWriter(file);
        writer.Write("BM"u8);
        writer.Write(54 + (stride * picture.Height));
        writer.Write(0);
        writer.Write(54);
        writer.Write(40);
        writer.Write(picture.Width);
        writer.Write(picture.Height);
        writer.Write((short)1);
        writer.Write((short)24);
        writer.Write(new byte[24]);
        for (var y = picture.Height - 1; y >= 0; y--)
        {
            var line = new byte[stride];
            for (var x = 0; x < picture.Width * 3; x++)
                line[x] = picture.Pixels.Span[(y * picture.Width) + (x / 3)];
            writer.Write(line);
        }

        writer.Flush();
        return file.ToArray();
    }

    private static byte[] Encode(GreyImage picture, string ending)
    {
        if (ending.Equals(".bmp", StringComparison.OrdinalIgnoreCase))
            return Bitmap(picture);
        var format = ending.ToUpperInvariant() switch
        {
            ".PNG" => SKEncodedImageFormat.Png,
            ".WEBP" => SKEncodedImageFormat.Webp,
            _ => SKEncodedImageFormat.Jpeg,
        };
        var info = new SKImageInfo(picture.Width, picture.Height, SKColorType.Gray8, SKAlphaType.Opaque);
        using var image = SKImage.FromPixelCopy(info, picture.Pixels.Span);
        using var data = image.Encode(format, 100);
        return data.ToArray();
    }
}
