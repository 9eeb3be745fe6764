using System.Text.Json;
using Microsoft.ML;
using MlNetDigits.Cli.CommandLine;
using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Cli;

/// <summary><c>digits train --out</c>.</summary>
public sealed class RunFolderTests(TrainedModel trained) : IClassFixture<TrainedModel>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string[] Train =>
    [
        "train", "--data", trained.Folder.File("train.csv"), "--test", trained.Folder.File("test.csv"), "--validation", "0.2",
        "--epochs", "3", "--hidden", "20", "--seed", "7",
    ];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Train_Out_HoldsEverythingAboutTheRun()
    {
        var run = DigitsRun.Run(_folder, [.. Train, "--out", "runs/first", "--json"]);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("runs/first", run.Json.GetProperty("runFolder").GetString());
        Assert.Equal(["runs"], _folder.Names());
        Assert.Equal(
            ["confusion.csv", "history.csv", "history.json", "metrics.json", "model.zip", "options.json", "report.html"],
            _folder.Names("runs/first"));
    }

    [Fact]
    public void Train_OutAndModel_WritesTheSameModelToBoth()
    {
        DigitsRun.Run(_folder, [.. Train, "--out", "run", "--model", "m.zip"]);

        Assert.Equal(Bits("run/model.zip"), Bits("m.zip"));
    }

    [Fact]
    public void Train_Out_CommandInOptionsRepeatsTheRun()
    {
        DigitsRun.Run(_folder, [.. Train, "--out", "run"]);
        var command = Read("options.json").GetProperty("command").GetString()!;

        var again = DigitsRun.Run(_folder, [.. command.Split(' ')[1..], "--out", "again"]);

        Assert.Equal(0, again.ExitCode);
        Assert.Equal(Bits("run/model.zip"), Bits("again/model.zip"));
    }

    [Fact]
    public void Train_Out_FilesAgreeWithOneAnotherAndWithEvaluate()
    {
        DigitsRun.Run(_folder, [.. Train, "--out", "run"]);
        var evaluated = DigitsRun.Run(_folder, "evaluate", "--model", "run/model.zip", "--data", trained.Folder.File("test.csv"), "--json");

        Assert.Equal(
            evaluated.Json.GetProperty("report").GetRawText().Replace(" ", "", StringComparison.Ordinal),
            Read("metrics.json").GetRawText().Replace(" ", "", StringComparison.Ordinal));
        var rows = File.ReadAllLines(_folder.File("run/history.csv"))[1..].Select(line => line.Split(',')).ToArray();
        var epochs = Read("history.json").EnumerateArray().ToArray();
        Assert.Equal(epochs.Select(epoch => epoch.GetProperty("validationAccuracy").GetRawText()), rows.Select(row => row[3]));
        Assert.Equal(Digest(trained.Folder.File("train.csv")), Read("options.json").GetProperty("learnedFrom")[0].GetProperty("sha256").GetString());
    }

    [Fact]
    public void Report_RunFolder_MakesItsPageOnceMore()
    {
        DigitsRun.Run(_folder, [.. Train, "--out", "run"]);
        File.Delete(_folder.File("run/report.html"));

        var made = DigitsRun.Run(_folder, "report", "run", "--charts", "charts", "--json");

        Assert.Equal(0, made.ExitCode);
        var page = File.ReadAllText(_folder.File("run/report.html"));
        Assert.Contains("784-20-10 nodes", page, StringComparison.Ordinal);
        Assert.Contains(Digest(trained.Folder.File("train.csv")), page, StringComparison.Ordinal);
        Assert.Contains(Digest(trained.Folder.File("test.csv")), page, StringComparison.Ordinal);
        Assert.Equal(["classes.png", "confusion.png", "learning-accuracy.png", "learning-error.png"], _folder.Names("charts"));
        Assert.Equal(
            Read("metrics.json").GetProperty("microAccuracy").GetDouble(),
            made.Json.GetProperty("report").GetProperty("microAccuracy").GetDouble());
    }

    [Fact]
    public void Report_RunFolderWithAnotherModel_SaysBothInItsHeading()
    {
        DigitsRun.Run(_folder, [.. Train, "--out", "run"]);

        var made = DigitsRun.Run(_folder, "report", "run", "--model", trained.Model, "--out", "page.html");

        Assert.Equal(0, made.ExitCode);
        Assert.Contains($"<h1>Run run, with the model {trained.Model}</h1>", File.ReadAllText(_folder.File("page.html")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("report", "--out is missing", 2)]
    [InlineData("report here", "options.json: is not there; give a folder that 'digits train' has made with --out or --checkpoint", 3)]
    [InlineData("report broken", "options.json: does not hold the options of a run", 3)]
    [InlineData("report --out page.html", "--data is missing", 2)]
    public void Report_WithoutARun_SaysWhatIsMissing(string arguments, string reason, int exitCode)
    {
        Directory.CreateDirectory(_folder.File("broken"));
        _folder.Write("broken/options.json", "{\"command\": 1}");

        var run = DigitsRun.Run(_folder, [.. arguments.Split(' '), .. arguments == "report" ? ["--data", trained.Folder.File("test.csv")] : Array.Empty<string>()]);

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Contains(reason, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Train_OutOfAnotherRun_IsNotOverwritten()
    {
        Directory.CreateDirectory(_folder.File("run"));
        _folder.Write("run/notes.txt", "mine");

        var run = DigitsRun.Run(_folder, [.. Train, "--out", "run"]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("what is there is never overwritten; name another folder, such as 'run-2'", run.Error, StringComparison.Ordinal);
        Assert.Equal(["notes.txt"], _folder.Names("run"));
    }

    [Fact]
    public void Create_FolderThatCameToBeMeanwhile_MakesTheNextOne()
    {
        var wanted = new NewFolder(_folder.File("run"));
        Directory.CreateDirectory(_folder.File("run-2"));
        _folder.Write("run-2/old", "");

        var made = wanted.Create(path =>
        {
            File.WriteAllText(Path.Combine(path, "mine"), "");
            Directory.CreateDirectory(wanted.Path);
            _folder.Write("run/theirs", "");
        });

        Assert.Equal(_folder.File("run-3"), made.Path);
        Assert.True(File.Exists(_folder.File("run-3/mine")));
        Assert.True(File.Exists(_folder.File("run/theirs")));
        Assert.Equal(["run", "run-2", "run-3"], _folder.Names());
    }

    [Fact]
    public void Create_EmptyFolder_IsUsed()
    {
        Directory.CreateDirectory(_folder.File("run"));

        Assert.Equal(_folder.File("run"), new NewFolder(_folder.File("run")).Create(path => File.WriteAllText(Path.Combine(path, "new"), "")).Path);
        Assert.True(File.Exists(_folder.File("run/new")));
    }

    [Fact]
    public void Create_WritingFails_LeavesNothing()
    {
        Assert.Throws<IOException>(() => new NewFolder(_folder.File("run")).Create(path =>
        {
            File.WriteAllText(Path.Combine(path, "half"), "");
            throw new IOException("The disk is full.");
        }));

        Assert.Empty(_folder.Names());
    }

    private JsonElement Read(string name) => JsonDocument.Parse(File.ReadAllText(_folder.File($"run/{name}"))).RootElement;

    private int[] Bits(string model) => ModelFile.Load(new MLContext(), _folder.File(model)).Network.Weights.Bits();

    private static string Digest(string path)
        => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(path)));
}
