using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Cli;

/// <summary>The verb <c>sweep</c>.</summary>
public class SweepTests(SweepFiles files) : IClassFixture<SweepFiles>
{
    private static readonly string[] Charts =
    [
        "accuracy-by-epochs-and-hidden", "accuracy-by-epochs-and-rate", "accuracy-by-hidden-and-epochs", "accuracy-by-hidden-and-rate",
        "accuracy-by-rate-and-epochs", "accuracy-by-rate-and-hidden", "error-by-epochs",
    ];

    [Fact]
    public void Sweep_Grid_TableThatFits80ColumnsAndALineATraining()
    {
        var lines = files.Sweep.Output.Split('\n');

        Assert.Equal(0, files.Sweep.ExitCode);
        Assert.All(lines[5..], line => Assert.InRange(line.Length, 0, 80));
        Assert.Contains("Training        classic rule, uniform initialization, batch size 1, in file order", lines);
        Assert.Contains("Seeds           4 and 5", lines);
        Assert.Contains(lines, line => line.StartsWith("Trainings       8, 3 epochs each, 1 at once: ", StringComparison.Ordinal));
        Assert.Single(lines, line => line.Contains('*', StringComparison.Ordinal) && line.Contains('.', StringComparison.Ordinal));
        Assert.Contains("see --validation", files.Sweep.Output, StringComparison.Ordinal);
        Assert.Equal(8, files.Sweep.ErrorLines.Length);
        Assert.Matches(@"^8/8  10 hidden, rate 0\.3, seed 5: \d+\.\d\d % after 3 epochs, \d+\.\d\d s$", files.Sweep.ErrorLines[^1]);
    }

    [Fact]
    public void Sweep_Out_TablesAndCharts()
    {
        string[] expected =
        [
            .. Charts.SelectMany(name => new[] { name + ".png", name + ".svg" }), "summary.csv", "sweep.csv", "sweep.json",
        ];

        Assert.Equal(
            expected.Order(StringComparer.Ordinal),
            Directory.GetFiles(files.Folder.File("out1")).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));
        Assert.Equal(1 + (8 * 3), File.ReadAllLines(files.Folder.File("out1/sweep.csv")).Length);
        Assert.Equal(1 + 12, File.ReadAllLines(files.Folder.File("out1/summary.csv")).Length);
    }

    [Fact]
    public void Sweep_OneCell_HasTheRightAnswersOfTrain()
    {
        using var folder = new TemporaryFolder();
        var trained = DigitsRun.Run(
            folder, "train", "--data", files.Folder.File("train.csv"), "--test", files.Folder.File("test.csv"),
            "--hidden", "20", "--learning-rate", "0.3", "--epochs", "2", "--seed", "5", "--json");

        var line = File.ReadLines(files.Folder.File("out1/sweep.csv")).Single(line => line.StartsWith("20,0.3,2,5,", StringComparison.Ordinal)).Split(',');
        Assert.Equal(trained.Json.GetProperty("report").GetProperty("microAccuracy").GetRawText(), line[6]);
        Assert.Equal(
            trained.Json.GetProperty("epochs")[1].GetProperty("trainingError").GetRawText(), line[8]);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void Sweep_AnyJobs_SameTableAndSameFiles(int jobs)
    {
        var run = files.Run($"out{jobs}", jobs);

        Assert.Equal(Comparable(files.Sweep.Output), Comparable(run.Output));
        foreach (var name in Charts.Select(name => name + ".png").Concat(["sweep.csv", "summary.csv"]))
            Assert.Equal(File.ReadAllBytes(files.Folder.File($"out1/{name}")), File.ReadAllBytes(files.Folder.File($"out{jobs}/{name}")));

        static IEnumerable<string> Comparable(string output) => output.Split('\n').Where(
            line => !line.StartsWith("Trainings", StringComparison.Ordinal) && !line.StartsWith("Written to", StringComparison.Ordinal));
    }

    [Fact]
    public void Sweep_FolderWithFiles_RefusedBeforeAnyWork()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File("old"));
        folder.Write("old/sweep.csv", "the old sweep");

        var run = DigitsRun.Run(folder, "sweep", "--out", "old");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal(
            "error: --out 'old' is there already, and what is there is never overwritten; name another folder, such as 'old-2'. See 'digits sweep --help'",
            Assert.Single(run.ErrorLines).TrimEnd('.'));
        Assert.Empty(run.Output);
        Assert.Equal(["old"], folder.Names());
        Assert.Equal("the old sweep", File.ReadAllText(folder.File("old/sweep.csv")));
    }

    [Fact]
    public void Sweep_ManyWrongOptions_AllInOneLine()
    {
        using var folder = new TemporaryFolder();
        var run = DigitsRun.Run(
            folder, "sweep", "--hidden", "50,0", "--learning-rate", "0.1,0.1", "--epochs", "8..1", "--seeds", "0", "--jobs", "0", "--validation", "1.5");

        Assert.Equal(2, run.ExitCode);
        string[] said =
        [
            "--hidden must be at least 1, not 0",
            "--learning-rate must have each value once, not 0.1 2 times",
            "--epochs has a range that counts down: '8..1'",
            "--seeds must be at least 1, not 0",
            "--jobs must be at least 1, not 0",
            "--validation must be a share above 0 and below 1, such as 0.1, not '1.5'",
        ];
        var line = Assert.Single(run.ErrorLines);
        Assert.All(said, problem => Assert.Contains(problem, line, StringComparison.Ordinal));
        Assert.Empty(run.Output);
    }

    [Fact]
    public void Sweep_TheLargestSeedAlone_IsRun()
    {
        using var folder = new TemporaryFolder();

        var run = DigitsRun.Run(
            folder, "sweep", "--data", files.Folder.File("train.csv"), "--test", files.Folder.File("test.csv"), "--hidden", "5", "--epochs", "1", "--seeds", "1", "--seed", "2147483647");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Seeds           2147483647\n", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "needs 200000 trainings, more than 100000", "--hidden", "1..1000", "--seeds", "200")]
    [InlineData(2, "--hidden must be at most", "--hidden", "2000000000")]
    [InlineData(2, "--jobs must be at most 1000", "--jobs", "1001")]
    [InlineData(2, "--seed 2147483647 is too large for 3 seeds", "--seed", "2147483647")]
    [InlineData(2, "is a file, not a folder", "--out", "file/x")]
    [InlineData(2, "there is no test data beside 'file'", "--data", "file")]
    [InlineData(3, "nothing.csv: is not there", "--data", "nothing.csv")]
    public void Sweep_CannotBeRun_OneLineAndNothingElse(int exitCode, string said, params string[] arguments)
    {
        using var folder = new TemporaryFolder();
        folder.Write("file", File.ReadLines(files.Folder.File("train.csv")).First() + "\n");

        var run = DigitsRun.Run(folder, ["sweep", .. arguments]);

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Contains(said, Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        Assert.Empty(run.Output);
        Assert.Equal(["file"], folder.Names());
    }

    [Fact]
    public void Sweep_Validation_ChoosesWithoutTheTestDataAndTestsTheChoice()
    {
        var run = DigitsRun.Run(
            files.Folder, "sweep", "--data", "train.csv", "--test", "test.csv", "--hidden", "5,20", "--epochs", "2", "--seeds", "2", "--validation", "0.2", "--json");

        Assert.Equal(0, run.ExitCode);
        Assert.All(run.Json.GetProperty("cells").EnumerateArray(), cell => Assert.Equal(120, cell.GetProperty("rows").GetInt32()));
        Assert.Equal(20, run.Json.GetProperty("best").GetProperty("hidden").GetInt32());
        var plain = DigitsRun.Run(
            files.Folder, "sweep", "--data", "train.csv", "--test", "test.csv", "--hidden", "20", "--epochs", "2", "--seeds", "2", "--json");
        Assert.Equal(
            plain.Json.GetProperty("cells")[0].GetProperty("accuracy").GetRawText().Replace("  ", "", StringComparison.Ordinal),
            run.Json.GetProperty("bestOnTest").GetRawText().Replace("  ", "", StringComparison.Ordinal));
    }

    [Fact]
    public void Sweep_Interrupted_KeepsWhatIsFinishedAndNamesTheRest()
    {
        using var folder = new TemporaryFolder();
        var lines = 0;
        var run = DigitsRun.Run(
            folder,
            (_, keys) =>
            {
                if (Interlocked.Increment(ref lines) == 3)
                    keys.CtrlC();
            },
            "sweep", "--data", files.Folder.File("train.csv"), "--test", files.Folder.File("test.csv"),
            "--hidden", "5,10", "--seeds", "5000", "--epochs", "2", "--jobs", "1", "--out", "kept");

        Assert.Equal(130, run.ExitCode);
        Assert.Matches(@"seeds \d+ to 5000 are missing for all networks\n", run.Output);
        Assert.Matches(@"Trainings +\d+ of 10000, ", run.Output);
        Assert.Contains("! fewer seeds", run.Output, StringComparison.Ordinal);
        var finished = run.ErrorLines.Count(line => line.Contains(" hidden, rate ", StringComparison.Ordinal));
        Assert.Equal(1 + (2 * finished), File.ReadAllLines(folder.File("kept/sweep.csv")).Length);
    }
}
