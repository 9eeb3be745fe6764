using MlNetDigits.Cli.CommandLine;
using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Cli;

/// <summary>A shipped model that is measured on images it has learned from is, but nobody is to believe the result.</summary>
public sealed class LearnedImagesTests : IDisposable
{
    private const string All = "warning: the model has learned from these images, so what it gets right here means nothing; "
        + "measure it with 'digits evaluate' on MNIST's test part, which 'digits data download' gets (--data data/mnist)";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("train")]
    [InlineData("test")]
    public void Evaluate_ShippedModelOnTheSample_Warns(string part)
    {
        var run = DigitsRun.Run(_folder, "evaluate", "--data", SampleFolder.Path, "--part", part);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(All, Assert.Single(run.ErrorLines));
        Assert.Contains("Micro accuracy", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_Json_WarningsComeFirst()
    {
        var json = DigitsRun.Run(_folder, "evaluate", "--data", SampleFolder.Path, "--json").Json;

        Assert.Equal("warnings", json.EnumerateObject().First().Name);
        Assert.Equal(All, "warning: " + Assert.Single(json.GetProperty("warnings").EnumerateArray()).GetString());
    }

    [Fact]
    public void Evaluate_CopyOfTheShippedModelOnTheSampleInAnotherFormat_Warns()
    {
        File.Copy(DigitsModel.Path, _folder.File("copy.zip"));
        DigitsRun.Run(_folder, "data", "convert", SampleFolder.Path, "other-images-idx3-ubyte.gz", "--part", "test");

        var run = DigitsRun.Run(_folder, "evaluate", "--model", "copy.zip", "--data", "other-images-idx3-ubyte.gz");

        Assert.Equal(All, Assert.Single(run.ErrorLines));
    }

    [Fact]
    public void Evaluate_SomeDigitsOfTheSampleAmongOthers_WarnsWithTheirNumber()
    {
        _folder.Write("mixed.csv", $"{UnseenDigits.Csv}{string.Join('\n', Sample(3))}\n");

        var run = DigitsRun.Run(_folder, "evaluate", "--data", "mixed.csv");

        Assert.StartsWith("warning: the model has learned from 3 of these 15 images, so ", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_ModelOfOnesOwnOnTheSample_SaysNothing()
    {
        var json = DigitsRun.Run(
            _folder, "evaluate", "--model", FrozenModel.PathOf("digits.zip"), "--data", SampleFolder.Path, "--json");

        Assert.Equal(("", 0), (json.Error, json.Json.GetProperty("warnings").GetArrayLength()));
    }

    [Fact]
    public void Evaluate_PixelsWithFractions_SaysNothing()
    {
        _folder.Write("fractions.csv", $"5,{string.Join(',', Enumerable.Repeat("100.5", DigitFormat.Pixels))}\n");

        var run = DigitsRun.Run(_folder, "evaluate", "--data", "fractions.csv");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
    }

    [MnistFact]
    public void Evaluate_ShippedModelOnMnistsTrainingPart_Warns()
        => Assert.Equal(All, Assert.Single(DigitsRun.Run(_folder, "evaluate", "--data", MnistFolder.Path!, "--part", "train").ErrorLines));

    [MnistFact]
    public void Evaluate_ShippedModelOnMnistsTestPart_SaysNothing()
        => Assert.Empty(DigitsRun.Run(_folder, "evaluate", "--data", MnistFolder.Path!).Error);

    [Fact]
    public void Report_ShippedModelOnTheSample_WarnsOnThePageToo()
    {
        var run = DigitsRun.Run(_folder, "report", "--data", SampleFolder.Path, "--out", "page.html", "--json");
        var page = File.ReadAllText(_folder.File("page.html"));
        var header = page[..page.IndexOf("</header>", StringComparison.Ordinal)];

        Assert.Equal(All, Assert.Single(run.ErrorLines));
        Assert.Equal(1, run.Json.GetProperty("warnings").GetArrayLength());
        Assert.Contains("<p class=\"warning\" role=\"note\">Warning: the model has learned from these images, so ", header, StringComparison.Ordinal);
    }

    [Fact]
    public void Predict_LabelledLinesOfTheSample_WarnsBeforeTheAccuracy()
    {
        _folder.Write("some.csv", string.Join('\n', Sample(2)) + "\n");

        var run = DigitsRun.Run(_folder, "predict", "some.csv");

        Assert.Equal(All, Assert.Single(run.ErrorLines));
        Assert.Contains("Accuracy ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Predict_PicturesOfTheSampleNamedByTheirDigits_Warns()
    {
        DigitsRun.Run(_folder, "data", "convert", SampleFolder.Path, "pictures", "--part", "test", "--png", "--take", "5");

        var json = DigitsRun.Run(_folder, "predict", "pictures", "--prepare", "never", "--json");

        Assert.Equal(All, Assert.Single(json.ErrorLines));
        Assert.Equal(1, json.Json.GetProperty("warnings").GetArrayLength());
    }

    [Fact]
    public void Predict_LinesWithoutLabels_HasNoAccuracyToWarnOf()
    {
        _folder.Write("unlabelled.csv", string.Join('\n', Sample(2).Select(line => line[(line.IndexOf(',') + 1)..])) + "\n");

        Assert.Empty(DigitsRun.Run(_folder, "predict", "unlabelled.csv").Error);
    }

    [Fact]
    public void Warnings_OneOfSeveralShippedModels_Warns()
    {
        _folder.Write("digits.zip", "one");
        _folder.Write("digits-classic.zip", "two");
        var pixels = SampleFolder.Digits().First().Pixels;

        Assert.Single(LearnedImages.Warnings(new ShippedModels(_folder.Path), _folder.File("digits-classic.zip"), 1, [pixels]));
    }

    [Fact]
    public void Warnings_ModelAsLongAsAShippedOne_SaysNothing()
    {
        Directory.CreateDirectory(_folder.File("tool"));
        _folder.Write("tool/digits.zip", "one");
        var pixels = SampleFolder.Digits().First().Pixels;

        Assert.Empty(LearnedImages.Warnings(new ShippedModels(_folder.File("tool")), _folder.Write("mine.zip", "two"), 1, [pixels]));
    }

    private static IEnumerable<string> Sample(int count)
        => File.ReadLines(Path.Combine(SampleFolder.Path, "digits-test.csv")).Take(count);
}
