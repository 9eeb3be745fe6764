using System.Globalization;
using MlNetDigits.Cli.CommandLine;
using MlNetDigits.Tests.Support;
using Spectre.Console;

namespace MlNetDigits.Tests.Cli.CommandLine;

/// <summary>What is handed to the tool is what it goes by, not what this process has.</summary>
public sealed class ToolConsoleTests(TrainedModel trained) : IClassFixture<TrainedModel>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(true, "xterm", null, true)]
    [InlineData(true, "xterm", "", true)]
    [InlineData(true, "xterm", "1", false)]
    [InlineData(true, "dumb", null, false)]
    [InlineData(true, "", null, false)]
    [InlineData(true, null, null, false)]
    [InlineData(false, "xterm", null, false)]
    public void ShowsBars_TerminalThatTakesColour_Alone(bool isTerminal, string? term, string? noColor, bool expected)
    {
        var console = DigitsRun.Console(_folder, TextWriter.Null, TextWriter.Null, new PressedKeys()) with
        {
            IsTerminal = isTerminal,
            Variable = name => name switch { "TERM" => term, "NO_COLOR" => noColor, _ => null },
        };

        Assert.Equal(expected, console.ShowsBars);
    }

    [Fact]
    public void Train_OnATerminalThatIsHandedIn_DrawsOnThat()
    {
        var seen = 0;
        var run = DigitsRun.Run(
            _folder,
            (line, keys) =>
            {
                // Trains until a bar was drawn, however long that takes. As a signal does, the key comes on another thread.
                if (line.Contains('━') && line.Contains("Epoch ", StringComparison.Ordinal) && Interlocked.Exchange(ref seen, 1) == 0)
                    Task.Run(keys.CtrlC);
            },
            console => console with { IsTerminal = true, Variable = name => name == "TERM" ? "xterm" : null },
            "train", "--data", trained.Folder.File("train.csv"), "--epochs", "100000", "--hidden", "5", "--model", "m.zip");

        Assert.Equal((130, 1), (run.ExitCode, seen));
        Assert.Matches(@"Epoch \d+ of 100000", run.Error);
        Assert.Contains("Stopping, and keeping what is there.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Report_Clock_IsTheOneHandedIn()
    {
        var time = new DateTimeOffset(2031, 7, 8, 9, 10, 0, TimeSpan.Zero);
        var run = DigitsRun.Run(
            _folder,
            console => console with { Clock = new StoppedClock(time) },
            "report", "--model", trained.Model, "--data", trained.Folder.File("test.csv"), "--out", "page.html");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains(
            time.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), File.ReadAllText(_folder.File("page.html")), StringComparison.Ordinal);
    }

    [Fact]
    public void Train_Age_IsWhereItsTimeBegins()
    {
        var run = DigitsRun.Run(
            _folder,
            console => console with { Age = () => TimeSpan.FromSeconds(1234) },
            "train", "--data", trained.Folder.File("train.csv"), "--epochs", "1", "--hidden", "5", "--model", "m.zip", "--json");

        Assert.Equal(1234, run.Json.GetProperty("seconds").GetProperty("start").GetDouble());
    }

    [Fact]
    public void Help_Columns_AreThoseHandedIn()
    {
        var run = DigitsRun.Run(_folder, console => console with { HelpColumns = () => 80 }, "train", "--help");
        var options = run.Output[..run.Output.IndexOf("Examples:", StringComparison.Ordinal)];

        Assert.All(options.Split('\n'), line => Assert.InRange(line.TrimEnd().Length, 0, 80));
    }

    [Fact]
    public void Train_NamesWithoutAFolder_MeanTheWorkingFolder()
    {
        File.Copy(trained.Folder.File("train.csv"), _folder.File("train.csv"));
        var run = DigitsRun.Run(_folder, "train", "--data", "train.csv", "--epochs", "1", "--hidden", "5");

        Assert.Contains("Trained on      train.csv, 600 rows", run.Output, StringComparison.Ordinal);
        Assert.Contains("Model           models/my-digits.zip\n", run.Output, StringComparison.Ordinal);
        Assert.Equal(["my-digits.zip"], _folder.Names("models"));
    }

    [Fact]
    public void Report_OfARunOnFilesOfTheFolder_NamesThemInFullAsTheRunDid()
    {
        File.Copy(trained.Folder.File("test.csv"), _folder.File("test.csv"));
        DigitsRun.Run(
            _folder, "train", "--data", trained.Folder.File("train.csv"), "--test", "test.csv", "--epochs", "1", "--hidden", "5", "--out", "run");
        var made = File.ReadAllText(_folder.File("run/report.html"));

        var run = DigitsRun.Run(_folder, "report", "run");
        var again = File.ReadAllText(_folder.File("run/report.html"));

        Assert.Contains("Tested on       test.csv\n", run.Output, StringComparison.Ordinal);
        Assert.All([made, again], page => Assert.Contains("<p>Measured on test.csv, 100 rows</p>", page, StringComparison.Ordinal));
        Assert.All([made, again], page => Assert.Contains($">{_folder.File("test.csv")}</td>", page, StringComparison.Ordinal));
        Assert.Contains("\"path\": \"" + _folder.File("test.csv") + "\"", File.ReadAllText(_folder.File("run/options.json")), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_TwoAtOnceInTwoFolders_KeepApart()
    {
        using var other = new TemporaryFolder();
        var digits = File.ReadAllLines(trained.Folder.File("test.csv"));
        _folder.Write("x.csv", string.Join('\n', digits[..3]) + "\n");
        other.Write("x.csv", string.Join('\n', digits[..5]) + "\n");

        DigitsRun[] runs =
        [
            .. new[] { _folder, other }.AsParallel().AsOrdered()
                .Select(folder => DigitsRun.Run(folder, "data", "convert", "x.csv", "y.csv")),
        ];

        Assert.Equal(["y.csv  3 digits\n", "y.csv  5 digits\n"], runs.Select(run => run.Output));
        Assert.Equal(5, File.ReadAllLines(other.File("y.csv")).Length);
    }

    [LinuxFact]
    public async Task Version_WorkingFolderIsGone_IsShownAllTheSame()
    {
        var gone = Directory.CreateDirectory(_folder.File("gone")).FullName;
        var start = new System.Diagnostics.ProcessStartInfo(
            "sh", ["-c", $"cd '{gone}' && rmdir '{gone}' && dotnet '{Path.Combine(AppContext.BaseDirectory, "digits.dll")}' --version"])
        {
            RedirectStandardOutput = true,
        };
        using var process = System.Diagnostics.Process.Start(start.WithoutProfiler())!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.Equal(0, process.ExitCode);
        Assert.StartsWith(ToolOrigin.VersionOf(typeof(DigitsTool).Assembly), output, StringComparison.Ordinal);
    }

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

        public override DateTimeOffset GetUtcNow() => now;
    }
}
