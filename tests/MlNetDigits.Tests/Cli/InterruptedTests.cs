using MlNetDigits.Cli.Train;

namespace MlNetDigits.Tests.Cli;

/// <summary>Whether Ctrl+C has cost a run anything.</summary>
public class InterruptedTests
{
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
