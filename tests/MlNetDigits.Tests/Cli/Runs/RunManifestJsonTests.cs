using MlNetDigits.Cli.Runs;
using MlNetDigits.Cli.Settings;
using MlNetDigits.Tests.Support;
using MlNetDigits.Training;

namespace MlNetDigits.Tests.Cli.Runs;

/// <summary>What a run folder keeps of its run.</summary>
public sealed class RunManifestJsonTests : IDisposable
{
    private static readonly RunManifest Manifest = new(
        new RunSettings
        {
            Data = "/data/train.csv",
            Seed = 5,
            Options = new SigmoidNetworkOptions { HiddenNodes = 30, UpdateRule = UpdateRule.Gradient, EarlyStoppingPatience = 2, ValidationFraction = 0.1 },
        },
        "/models/mine.zip",
        "/runs/first",
        [new FileDigest("/data/train.csv", 10, "ab")],
        [],
        [new FileDigest("/data/test.csv", 20, "cd")]);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Parse_WhatWasRendered_IsTheSame()
    {
        var read = RunManifestJson.Parse(Text());

        Assert.Equal(Manifest.Settings, read.Settings);
        Assert.Equal((Manifest.Model, Manifest.Out, true), (read.Model, read.Out, read.RemembersPlaces));
        Assert.Equal(Manifest.LearnedFrom.AsEnumerable(), read.LearnedFrom);
        Assert.Equal(Manifest.ValidatedOn.AsEnumerable(), read.ValidatedOn);
        Assert.Equal(Manifest.TestedOn.AsEnumerable(), read.TestedOn);
    }

    [Theory]
    [InlineData("\"version\": 2", "\"version\": 3", "its version is 3")]
    [InlineData("\"version\": 2", "\"version\": \"two\"", "options.json")]
    [InlineData("\"model\"", "\"modell\"", "'modell' that this version does not know")]
    [InlineData("\"batchSize\"", "\"batchsize\"", "'batchsize' is no setting that this version knows")]
    [InlineData("\"data\": \"/data/train.csv\"", "\"data\": \"\"", "'data' is empty")]
    [InlineData("\"/models/mine.zip\"", "\"\"", "'model' is '', which is no full path")]
    [InlineData("\"/runs/first\"", "\"first\"", "'out' is 'first', which is no full path")]
    [InlineData("\"path\": \"/data/test.csv\"", "\"path\": \" \"", "'testedOn' has an empty path")]
    [InlineData("\"hidden\": 30", "\"hidden\": 0", "'hidden' must be at least 1, not 0")]
    [InlineData("\"hidden\": 30", "\"hidden\": null", "A value is missing")]
    [InlineData("\"rule\": \"gradient\"", "\"rule\": \"best\"", "options.json")]
    public void Report_ManifestThatIsWrong_SaysWhatInOneSentence(string before, string after, string reason)
    {
        var text = Text();
        Assert.Contains(before, text, StringComparison.Ordinal);

        Assert.Contains(reason, ErrorOf(text.Replace(before, after, StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public void Report_ManifestCutShort_SaysSoInOneSentence() => ErrorOf(Text()[..^20]);

    /// <summary>The one line that is said of a run folder with this manifest.</summary>
    private string ErrorOf(string manifest)
    {
        Directory.CreateDirectory(_folder.File("run"));
        _folder.Write("run/options.json", manifest);

        var run = DigitsRun.Run(_folder, "report", "run");

        Assert.Equal(3, run.ExitCode);
        var line = Assert.Single(run.ErrorLines);
        Assert.StartsWith("error: run/options.json: does not hold the options of a run that this version can read (", line, StringComparison.Ordinal);
        return line;
    }

    private static string Text() => RunManifestJson.Render(Manifest, "digits train");
}
