using System.Globalization;
using System.Text.Json;
using Microsoft.ML;
using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Cli;

public class InspectTests(TrainedModel trained) : IClassFixture<TrainedModel>
{
    [Fact]
    public void Inspect_DataAsJson_NumbersAreTheInspections()
    {
        using var folder = new TemporaryFolder();
        var ml = new MLContext();
        var model = ModelFile.Load(ml, trained.Model);
        var expected = NetworkInspection.Of(model.Transformer, DigitData.Load(ml, trained.Folder.File("test.csv")).View);

        var run = DigitsRun.Run(
            folder, "inspect", "--model", trained.Model, "--data", trained.Folder.File("test.csv"), "--sort", "index", "--json");

        var activity = run.Json.GetProperty("activity");
        Assert.Equal(100, activity.GetProperty("records").GetInt32());
        Assert.Equal(
            expected.Activity!.Hidden.Saturated.Select(node => node.Index),
            activity.GetProperty("hidden").GetProperty("saturated").EnumerateArray().Select(node => node.GetInt32()));
        Assert.Equal(
            expected.Activity.Output.Nodes.Select(node => node.Mean),
            Each(activity.GetProperty("output").GetProperty("nodes"), "mean"));
        Assert.Equal(
            expected.HiddenNodes.Select(node => node.Inputs.Norm),
            run.Json.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("inputWeights").GetProperty("norm").GetDouble()));
        Assert.Equal(
            expected.HiddenWeights.Histogram.Counts.AsEnumerable(),
            run.Json.GetProperty("hiddenWeights").GetProperty("histogram").GetProperty("counts").EnumerateArray().Select(count => count.GetInt64()));
    }

    [Fact]
    public void Inspect_DataAndOut_PicturesChartsAndATableOfTheSameNumbers()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File("out"));
        folder.Write("out/mine.txt", "mine");
        var ml = new MLContext();
        var network = ModelFile.Load(ml, trained.Model).Network.Weights;

        var run = DigitsRun.Run(
            folder, "inspect", "--model", trained.Model, "--data", trained.Folder.File("test.csv"), "--out", "out", "--columns", "10");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            ["activations.png", "activations.svg", "hidden-weights.png", "hidden-weights.svg", "mine.txt", "nodes.csv", "output-weights.png", "output-weights.svg", "weights.png"],
            Directory.GetFiles(folder.File("out")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal("mine", File.ReadAllText(folder.File("out/mine.txt")));
        Assert.All(Lines(run), line => Assert.InRange(line.Length, 0, 80));
        Assert.InRange(new ColorPicture(File.ReadAllBytes(folder.File("out/weights.png"))).Width, 600, 900);
        Assert.Equal(900, new ColorPicture(File.ReadAllBytes(folder.File("out/activations.png"))).Width);

        var lines = File.ReadAllLines(folder.File("out/nodes.csv")).Select(line => line.Split(',')).ToArray();
        Assert.Equal(51, lines.Length);
        Assert.All(lines, cells => Assert.Equal(lines[0].Length, cells.Length));
        var toThree = Array.IndexOf(lines[0], "to_3");
        Assert.Equal(
            network.OutputWeights[(3 * 50)..(4 * 50)].ToArray(),
            lines[1..].Select(cells => float.Parse(cells[toThree], CultureInfo.InvariantCulture)));
        var saturation = Array.IndexOf(lines[0], "saturation");
        Assert.Contains(
            $"Saturated       {lines[1..].Count(cells => cells[saturation] != "none")} of 50 hidden nodes", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(9, true)]
    [InlineData(13, false)]
    public void Inspect_ModelOfOtherRecords_WeightsAreDrawnIfTheyFillASquare(int features, bool isDrawn)
    {
        using var folder = new TemporaryFolder();
        MeasurementModel.Save(new MLContext(seed: 1), folder.File("trees.zip"), features);

        var run = DigitsRun.Run(folder, "inspect", "--model", "trees.zip", "--out", "out");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains($"{features}-8-3 nodes", run.Output, StringComparison.Ordinal);
        Assert.Contains("birch", run.Output, StringComparison.Ordinal);
        Assert.Equal(isDrawn, File.Exists(folder.File("out/weights.png")));
        Assert.Equal(!isDrawn, run.Output.Contains("13 inputs do not fill a square", StringComparison.Ordinal));
        Assert.True(File.Exists(folder.File("out/nodes.csv")));
        Assert.StartsWith("node,", File.ReadLines(folder.File("out/nodes.csv")).First(), StringComparison.Ordinal);
    }

    [Fact]
    public void Inspect_ModelOfOtherRecordsWithDigits_IsRefused()
    {
        using var folder = new TemporaryFolder();
        MeasurementModel.Save(new MLContext(seed: 1), folder.File("trees.zip"), features: 9);
        var run = DigitsRun.Run(folder, "inspect", "--model", "trees.zip", "--data", trained.Folder.File("test.csv"), "--out", "out");

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("another kind of ML.NET model", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        Assert.Equal(["trees.zip"], folder.Names());
    }

    [Fact]
    public void Inspect_TruncatedModel_OneLineExitCode3AndNoFolder()
    {
        using var folder = new TemporaryFolder();
        var good = File.ReadAllBytes(trained.Model);
        folder.Write("bad.zip", good[..(good.Length / 2)]);
        var run = DigitsRun.Run(folder, "inspect", "--model", "bad.zip", "--out", "out");

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("damaged or cut-off", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        Assert.Empty(run.Output);
        Assert.Equal(["bad.zip"], folder.Names());
    }

    [Fact]
    public void Inspect_OutIsAPicture_OnlyThatIsWritten()
    {
        using var folder = new TemporaryFolder();
        var run = DigitsRun.Run(folder, "inspect", "--model", trained.Model, "--sort", "class", "--out", "sheet.png", "--json");

        Assert.Equal("sheet.png", Assert.Single(run.Json.GetProperty("written").EnumerateArray()).GetString());
        Assert.Equal(["sheet.png"], folder.Names());
        Assert.InRange(new ColorPicture(File.ReadAllBytes(folder.File("sheet.png"))).Width, 600, 900);
    }

    [Fact]
    public void Inspect_OutIsAPictureButTheInputsAreNone_OneLineAndExitCode3()
    {
        using var folder = new TemporaryFolder();
        MeasurementModel.Save(new MLContext(seed: 1), folder.File("trees.zip"), features: 13);
        var run = DigitsRun.Run(folder, "inspect", "--model", "trees.zip", "--out", "sheet.png");

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("13 inputs, which do not fill a square", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        Assert.Equal(["trees.zip"], folder.Names());
    }

    // The names of the model and the data may be long.
    private static IEnumerable<string> Lines(DigitsRun run) => run.Output.Split('\n')
        .Where(line => !line.StartsWith("Model", StringComparison.Ordinal) && !line.StartsWith("Shown", StringComparison.Ordinal));

    private static IEnumerable<double> Each(JsonElement array, string name)
        => array.EnumerateArray().Select(element => element.GetProperty(name).GetDouble());
}
