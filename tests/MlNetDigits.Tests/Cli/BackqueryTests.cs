using System.Text.Json;
using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Cli;

public class BackqueryTests(TrainedModel trained) : IClassFixture<TrainedModel>
{
    [Fact]
    public void Backquery_Json_FeaturesAndScoresAreTheNetworks()
    {
        using var folder = new TemporaryFolder();
        var network = ModelFile.Load(new Microsoft.ML.MLContext(), trained.Model).Network.Weights;

        var run = DigitsRun.Run(folder, "backquery", "--model", trained.Model, "--json");

        var digits = run.Json.GetProperty("digits").EnumerateArray().ToArray();
        Assert.Equal(10, digits.Length);
        Assert.All(digits.Index(), pair =>
        {
            var (expected, digit) = (NetworkBackquery.Of(network, pair.Index), pair.Item);
            var scores = network.Query(expected.Features.AsSpan());
            Assert.Equal(pair.Index, digit.GetProperty("digit").GetInt32());
            Assert.Equal(expected.Features.AsEnumerable(), Numbers(digit.GetProperty("features")));
            Assert.Equal(scores, digit.GetProperty("scores").EnumerateObject().Select(score => score.Value.GetSingle()));
            Assert.Equal(Array.IndexOf(scores, scores.Max()), digit.GetProperty("answer").GetInt32());
            Assert.Equal(scores[pair.Index] == scores.Max(), digit.GetProperty("recognized").GetBoolean());
            Assert.All(
                digit.GetProperty("pixels").EnumerateArray().Zip(expected.Features),
                pixel => Assert.Equal((pixel.Second - 0.01) / 0.99 * 255, pixel.First.GetInt32(), 0.51));
        });
        Assert.Equal(digits.Count(digit => digit.GetProperty("recognized").GetBoolean()), run.Json.GetProperty("recognized").GetInt32());
    }

    [Fact]
    public void Backquery_Out_DrawsTheSheet()
    {
        using var folder = new TemporaryFolder();
        folder.Write("sheet.png", "what was there before");
        var run = DigitsRun.Run(folder, "backquery", "--model", trained.Model, "--out", "sheet.png");

        var picture = new ColorPicture(File.ReadAllBytes(folder.File("sheet.png")));
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("sheet.png", run.Output, StringComparison.Ordinal);
        Assert.InRange(picture.Width, 800, 900);
        Assert.Equal(["sheet.png"], folder.Names());
    }

    [Fact]
    public void Backquery_OneDigitAndOut_DrawsItLarge()
    {
        using var folder = new TemporaryFolder();
        var run = DigitsRun.Run(folder, "backquery", "--model", trained.Model, "--digit", "3", "--out", "made/three.png");

        Assert.Equal(0, run.ExitCode);
        Assert.InRange(new ColorPicture(File.ReadAllBytes(folder.File("made/three.png"))).Width, 400, 500);
    }

    [Fact]
    public void Backquery_BadModel_OneLineExitCode3AndNoPicture()
    {
        using var folder = new TemporaryFolder();
        folder.Write("bad.zip", "not a model\n");
        var run = DigitsRun.Run(folder, "backquery", "--model", "bad.zip", "--out", "sheet.png");

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("is not a model", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        Assert.Empty(run.Output);
        Assert.Equal(["bad.zip"], folder.Names());
    }

    [Fact]
    public void Backquery_ModelOfOtherRecords_SaysThatItTakesSomethingElse()
    {
        using var folder = new TemporaryFolder();
        MeasurementModel.Save(new Microsoft.ML.MLContext(seed: 1), folder.File("trees.zip"), features: 6);
        var run = DigitsRun.Run(folder, "backquery", "--model", "trees.zip");

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("another kind of ML.NET model", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    private static IEnumerable<float> Numbers(JsonElement array) => array.EnumerateArray().Select(number => number.GetSingle());
}
