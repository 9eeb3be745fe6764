using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;

namespace MlNetDigits.Benchmarks;

/// <summary>Draws the pictures that reading of own handwriting is tested with, and writes down where each digit is.</summary>
internal static class DrawCommand
{
    public static Command Create()
    {
        var output = new Option<string>("--output") { Description = "The folder to write to.", Required = true };
        var fonts = new Option<string>("--fonts")
        {
            Description = "Where the fonts are installed.",
            DefaultValueFactory = _ => "/usr/share/fonts",
        };
        var command = new Command("draw-handwriting", "Draws digits in other ways than MNIST's, and where they are.")
        {
            output, fonts,
        };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(output), parsed.GetRequiredValue(fonts)));
        return command;
    }

    private static void Run(string folder, string fonts)
    {
        Directory.CreateDirectory(folder);
        var truth = new JsonArray();
        var (pictures, digits, bytes) = (0, 0, 0L);
        foreach (var picture in (DrawnPicture[])[.. SinglePictures.All(), .. FontLines.All(fonts), .. PagePictures.All()])
        {
            var file = PictureBytes.Of(picture, Moods.Of(picture.Kind, 1000 + picture.Scene.Digits[0].Digit));
            File.WriteAllBytes(Path.Combine(folder, picture.FileName), file);
            truth.Add(Truth(picture));
            (pictures, digits, bytes) = (pictures + 1, digits + picture.Scene.Digits.Count, bytes + file.Length);
        }

        File.WriteAllText(Path.Combine(folder, "truth.json"), truth.ToJsonString() + "\n");
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{pictures} pictures of {digits} digits, {bytes / 1000.0:F0} kB, in {folder}"));
    }

    private static JsonObject Truth(DrawnPicture picture) => new()
    {
        ["file"] = picture.FileName,
        ["kind"] = picture.Kind,
        ["digits"] = new JsonArray([.. picture.Scene.Digits.Select(digit =>
        {
            var box = digit.Box(picture.Scene.Width, picture.Scene.Height);
            return new JsonObject
            {
                ["digit"] = digit.Digit,
                ["line"] = digit.Line,
                ["box"] = new JsonArray(box.Left, box.Top, box.Width, box.Height),
            };
        })]),
    };
}
