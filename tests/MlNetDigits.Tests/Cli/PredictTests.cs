using MlNetDigits.Pictures;
using MlNetDigits.Tests.Pictures.Handwriting;
using MlNetDigits.Tests.Support;
using SkiaSharp;

namespace MlNetDigits.Tests.Cli;

/// <summary>Pictures of own handwriting, read by the tool with the model that comes with the project.</summary>
public sealed class PredictTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Predict_OneDigitOnASheet_AnswerScoresAndWhatTheNetworkSaw()
    {
        Write("sheet.png", Sheet.WithDigit(Sheet.Digits[7].Pixels, 6, 200, 20, 500, 300, 180, 40));

        var run = Predict("sheet.png");

        Assert.StartsWith("sheet.png: 7\n  |", run.Output, StringComparison.Ordinal);
        Assert.Contains("> 7  0.9", run.Output, StringComparison.Ordinal);
        Assert.Equal("\n\nModel    the one that comes with MlNetDigits (models/digits.zip)\n", run.Output[run.Output.IndexOf("\n\n", StringComparison.Ordinal)..]);
        Assert.Equal(16, run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public void Predict_Folder_AllPicturesInTheOrderOfTheirNamesWithAccuracy()
    {
        foreach (var number in Enumerable.Range(0, 4))
            Write($"pictures/{9 - number}_{number}.png", Sheet.WithDigit(Sheet.Digits[number].Pixels));
        Write("pictures/5_9.JPG", Sheet.WithDigit(Sheet.Digits[4].Pixels));
        _folder.Write("pictures/notes.txt", "not a picture");

        var run = Predict("pictures");

        var lines = run.Output.Split('\n');
        Assert.Equal("note: pictures/notes.txt: no picture that can be read", Assert.Single(run.ErrorLines));
        Assert.Equal("picture           answer   score  next", lines[0]);
        Assert.Matches(@"^pictures/5_9\.JPG  4       0\.\d{4}  \d: 0\.\d{4}(  not sure)?  wrong: it is 9$", lines[1]);
        Assert.Matches(@"^pictures/6_3\.png  3       [01]\.\d{4}  \d: 0\.\d{4}  right$", lines[2]);
        Assert.StartsWith("pictures/9_0.png", lines[5], StringComparison.Ordinal);
        Assert.Equal("Accuracy 0.8000  (4 of 5 right)", lines[7]);
        Assert.Matches("^Not sure of [01], of which [01] are wrong$", lines[8]);
    }

    [Fact]
    public void Predict_Json_BoxesConfidenceLinesAndAccuracy()
    {
        Write("page_3149.png", Sheet.WithLines([[3, 1], [4, 5]], scale: 4));

        var json = Predict("page_3149.png", "--json").Json;

        var predictions = json.GetProperty("predictions").EnumerateArray().ToArray();
        Assert.Equal([true, true, true, false], predictions.Select(prediction => prediction.GetProperty("right").GetBoolean()));
        var last = predictions[3];
        Assert.Equal((5, 9), (Number(last, "digit"), Number(last, "label")));
        Assert.Equal((2, 2), (Number(last, "lineOnPage"), Number(last, "placeInLine")));
        var box = last.GetProperty("box");
        Assert.InRange(Number(box, "left"), 112, 224 - Number(box, "width"));
        Assert.InRange(Number(box, "top"), 112, 224 - Number(box, "height"));
        var scores = last.GetProperty("scores").EnumerateObject()
            .Select(score => score.Value.GetDouble()).OrderDescending().ToArray();
        var margin = last.GetProperty("margin").GetDouble();
        Assert.Equal(scores[0] - scores[1], margin, 1e-6);
        Assert.Equal(margin >= json.GetProperty("leastMargin").GetDouble(), last.GetProperty("sure").GetBoolean());
        var picture = Assert.Single(json.GetProperty("pictures").EnumerateArray());
        Assert.Equal(["31", "45"], picture.GetProperty("lines").EnumerateArray().Select(line => line.GetString()));
        Assert.Equal(0.75, json.GetProperty("accuracy").GetProperty("accuracy").GetDouble());
    }

    [Fact]
    public void Predict_MoreFoundThanTheNameIsSaidToTell_IsAMistake()
    {
        Write("two_3.png", Sheet.WithLines([[3, 1]], scale: 4));

        var json = Predict("two_3.png", "--label-from", "name", "--json").Json;

        Assert.Equal((0, 1), (Number(json.GetProperty("accuracy"), "right"), Number(json.GetProperty("accuracy"), "known")));
    }

    [Fact]
    public void Predict_NumberOfTheCamera_IsNoLabel()
    {
        Write("IMG_20261123.png", Sheet.WithLines([[3, 1]], scale: 4));

        Assert.StartsWith(
            "IMG_20261123.png: 2 digits in 1 line  (not counted: its name tells of 8 digits)\n31\n",
            Predict("IMG_20261123.png").Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Predict_MnistForm_IsReadPixelByPixelUnlessAskedFor()
    {
        var pixels = Sheet.Digits[3].Pixels;
        Write("ready.png", DigitImage.ToPicture(pixels));
        _folder.Write("ready.csv", string.Join(',', pixels) + "\n");
        Write("sheet.png", Sheet.WithDigit(Sheet.Digits[3].Pixels, 1));

        string Scores(params string[] arguments)
            => Predict([.. arguments, "--json"]).Json.GetProperty("predictions")[0].GetProperty("scores").GetRawText();

        Assert.Equal(Scores("ready.csv"), Scores("ready.png"));
        Assert.Equal(Scores("ready.csv"), Scores("ready.png", "--prepare", "never"));
        Assert.NotEqual(Scores("ready.csv"), Scores("ready.png", "--prepare", "always"));
        Assert.NotEqual(Scores("sheet.png"), Scores("sheet.png", "--prepare", "never"));
    }

    [Fact]
    public void Predict_Layout_DecidesWhatAPictureHolds()
    {
        Write("parts.png", Sheet.WithBars(300, 200, 250, 20, new PictureBox(40, 40, 12, 100), new PictureBox(200, 40, 12, 100)));
        Write("one.png", Sheet.WithDigit(Sheet.Digits[1].Pixels));

        Assert.StartsWith("parts.png: 2 digits", Predict("parts.png").Output, StringComparison.Ordinal);
        Assert.Matches(@"^parts\.png: \d(  \(|\n)", Predict("parts.png", "--layout", "digit").Output);
        Assert.StartsWith(
            "one.png: 1 digit in 1 line\n1\n", Predict("one.png", "--layout", "page").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("blank", "no ink found; give a picture of dark digits")]
    [InlineData("lawn", "as a photo of grass")]
    [InlineData("cut", "is a damaged picture or was cut short")]
    [InlineData("huge", "declares 60000 x 60000 pixels")]
    [InlineData("text", "is not a picture that can be read; give a PNG or JPEG file")]
    [InlineData("folder", "the folder holds no picture (PNG, JPEG, WebP, GIF or BMP)")]
    public void Predict_NothingToRead_OneLine(string kind, string said)
    {
        Make(kind);

        var run = Predict(kind == "folder" ? "folder" : "bad.jpg");

        Assert.Equal(3, run.ExitCode);
        var line = Assert.Single(run.ErrorLines);
        Assert.StartsWith(kind == "folder" ? "error: folder: " : "error: bad.jpg: ", line, StringComparison.Ordinal);
        Assert.Contains(said, line, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Theory]
    [InlineData("--layout must be auto, digit or page, not 'lines'", "--layout", "lines")]
    [InlineData("--prepare must be auto, always or never, not 'no'", "--prepare", "no")]
    [InlineData("so there is no --layout page", "--prepare", "never", "--layout", "page")]
    public void Predict_WrongOption_IsSaidBeforeAnythingIsRead(string said, params string[] options)
    {
        var run = DigitsRun.Run(_folder, ["predict", "missing.png", "--model", "missing.zip", .. options]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(said, Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    private void Make(string kind)
    {
        switch (kind)
        {
            case "blank":
                Write("bad.jpg", Sheet.Blank(300, 200, 190).WithGrain(4));
                break;
            case "lawn":
                var random = new Random(1);
                Write("bad.jpg", Sheet.Blank(100, 100).Change((_, _, _) => random.Next(256)).Resize(600, 600, ResizeKernel.Cubic));
                break;
            case "cut":
                Write("bad.jpg", Sheet.WithDigit(Sheet.Digits[0].Pixels));
                var whole = File.ReadAllBytes(_folder.File("bad.jpg"));
                _folder.Write("bad.jpg", whole[..(whole.Length / 2)]);
                break;
            case "huge":
                var png = PictureFile.ToPng(Sheet.Blank(10, 10));
                (png[18], png[19], png[22], png[23]) = (60000 >> 8, 60000 & 255, 60000 >> 8, 60000 & 255);
                _folder.Write("bad.jpg", WithChecksum(png));
                break;
            case "text":
                _folder.Write("bad.jpg", "seven");
                break;
            default:
                Directory.CreateDirectory(_folder.File("folder"));
                break;
        }
    }

    /// <summary>With the checksum of the first chunk, IHDR, made right again.</summary>
    private static byte[] WithChecksum(byte[] png)
    {
        var crc = 0xFFFFFFFFu;
        foreach (var value in png.AsSpan(12, 17))
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc >> 1) ^ ((crc & 1) * 0xEDB88320u);
        }

        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(29), ~crc);
        return png;
    }

    private static int Number(System.Text.Json.JsonElement element, string name) => element.GetProperty(name).GetInt32();

    private DigitsRun Predict(params string[] arguments)
        => DigitsRun.Run(_folder, ["predict", "--model", DigitsModel.Path, .. arguments]);

    private void Write(string name, GreyImage picture)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder.File(name))!);
        if (name.EndsWith(".png", StringComparison.Ordinal))
        {
            _folder.Write(name, PictureFile.ToPng(picture));
            return;
        }

        var info = new SKImageInfo(picture.Width, picture.Height, SKColorType.Gray8, SKAlphaType.Opaque);
        using var image = SKImage.FromPixelCopy(info, picture.Pixels.Span);
        using var jpeg = image.Encode(SKEncodedImageFormat.Jpeg, 90);
        _folder.Write(name, jpeg.ToArray());
    }
}
