using MlNetDigits.Cli.CommandLine;
using MlNetDigits.Cli.Train;
using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Cli;

/// <summary>Whether Ctrl+C has cost a run anything.</summary>
public class InterruptedTests
{
    [Theory]
    [InlineData(true, "  cut")]
    [InlineData(false, "  (cut short)")]
    public void LastRow_EpochCutShort_FitsOnATerminal(bool isValidated, string note)
    {
        var epoch = new EpochReport(
            1, 60_000_000, 0.1, isValidated ? new ValidationMetrics(50, 0.9, 0.1) : null, TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(60), IsComplete: false);

        var row = EpochTable.LastRow(new TrainingHistory([epoch]));

        Assert.EndsWith(note, row, StringComparison.Ordinal);
        Assert.InRange(row.Length, 1, 80);
    }

    [Fact]
    public void ToldBy_SignalMeanwhile_IsToldThereAndNotOnTheStream()
    {
        using var folder = new TemporaryFolder();
        using var stream = new StringWriter();
        var keys = new PressedKeys();
        using var interruption = new Interruption(DigitsRun.Console(folder, TextWriter.Null, stream, keys));
        var said = new List<string>();

        interruption.ToldBy(said.Add, () =>
        {
            keys.CtrlC();
            return keys.HaveEndedTheProcess;
        });

        Assert.True(interruption.Token.IsCancellationRequested);
        Assert.Equal(["Stopping, and keeping what is there. Once more ends at once.\n"], said);
        Assert.Empty(stream.ToString());
    }
}
