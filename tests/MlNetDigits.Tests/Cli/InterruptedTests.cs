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

    [Theory]
    [InlineData(5, true, null, true)]
    [InlineData(20, true, null, false)]
    [InlineData(20, false, null, true)]
    [InlineData(5, true, 3, false)]
    [InlineData(5, true, 4, true)]
    [InlineData(5, false, 3, true)]
    public void IsCutShort_EpochsDoneOrPatienceOver_IsFalse(int epochs, bool isComplete, int? patience, bool expected)
    {
        // The best epoch is the second; later ones are no better.
        var history = new TrainingHistory(
        [
            .. Enumerable.Range(1, epochs).Select(epoch => new EpochReport(
                epoch, 100L * epoch, 0.1, new ValidationMetrics(50, epoch == 2 ? 0.9 : 0.8, 0.1), TimeSpan.Zero, TimeSpan.Zero, isComplete || epoch < epochs)),
        ]);

        Assert.Equal(expected, TrainRun.IsCutShort(new TrainSettings { Epochs = 20, EarlyStopping = patience }, history));
    }
}
