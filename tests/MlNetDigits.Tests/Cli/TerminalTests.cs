using System.Diagnostics;
using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Cli;

/// <summary>What training looks like on a terminal: <c>script</c>, which every Debian has, gives the tool one.</summary>
public sealed class TerminalTests(TrainedModel trained) : IClassFixture<TrainedModel>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [LinuxFact]
    public async Task Train_OnATerminal_DrawsBarsAndARowAnEpoch()
    {
        var screen = await OnTerminal($"train --data {trained.Folder.File("train.csv")} --validation 0.2 --epochs 600 --hidden 100 --model m.zip");

        Assert.Contains("epoch  training error  validation error  accuracy", screen, StringComparison.Ordinal);
        Assert.Matches(@"Epoch \d+ of 600", screen);
        Assert.Matches(@"Training .*%.*records/s.*\d\d:\d\d:\d\d", screen);
        Assert.Matches(@"\n[^\n]* 600 +0\.\d{5} +0\.\d{5} +0\.\d{4} ", screen);
        Assert.Contains("Tested on       nothing", screen, StringComparison.Ordinal);
    }

    [LinuxFact]
    public async Task Train_OnATerminalThatWantsNoColour_PrintsPlainLines()
    {
        var screen = await OnTerminal($"train --data {trained.Folder.File("train.csv")} --epochs 2 --hidden 10 --model m.zip", noColour: true);

        // .NET itself sets the keypad mode of a terminal; nothing else may be sent.
        Assert.DoesNotMatch("\u001b\\[[^?]", screen);
        Assert.DoesNotContain("━", screen, StringComparison.Ordinal);
        Assert.Matches(@"\n    2 +0\.\d{5} ", screen);
    }

    private async Task<string> OnTerminal(string arguments, bool noColour = false)
    {
        var tool = Path.Combine(AppContext.BaseDirectory, "digits.dll");
        var start = new ProcessStartInfo("script", ["-qec", $"stty cols 80 rows 24; dotnet {tool} {arguments}", "/dev/null"])
        {
            WorkingDirectory = _folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
        };
        start.Environment["TERM"] = "xterm-256color";
        start.Environment["NO_COLOR"] = noColour ? "1" : "";
        using var process = Process.Start(start.WithoutProfiler())!;
        using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        process.StandardInput.Close();
        var screen = await process.StandardOutput.ReadToEndAsync(timeout.Token);
        await process.WaitForExitAsync(timeout.Token);
        Assert.Equal(0, process.ExitCode);
        return screen.ReplaceLineEndings("\n");
    }
}
