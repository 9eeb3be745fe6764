using MlNetDigits.Training;

namespace MlNetDigits.Tests.Training;

public class StopRuleTests
{
    [Theory]
    [InlineData(5, true, null, StopReason.Cancelled)]
    [InlineData(20, true, null, StopReason.EpochsCompleted)]
    [InlineData(20, false, null, StopReason.Cancelled)]
    [InlineData(5, true, 3, StopReason.StoppedEarly)]
    [InlineData(5, true, 4, StopReason.Cancelled)]
    [InlineData(5, false, 3, StopReason.Cancelled)]
    public void Find_AskedToStop_ItCountsOnlyIfTrainingHadNotEndedAnyway(int epochs, bool isComplete, int? patience, StopReason expected)
    {
        var options = Options(patience) with { CancellationToken = new CancellationToken(canceled: true) };

        Assert.Equal(expected, StopRule.Find(History(epochs, isComplete), options, EpochDecision.Continue));
    }

    [Theory]
    [InlineData(5, null, EpochDecision.Continue, null)]
    [InlineData(5, 4, EpochDecision.Continue, null)]
    [InlineData(5, 3, EpochDecision.Continue, StopReason.StoppedEarly)]
    [InlineData(5, null, EpochDecision.Stop, StopReason.StoppedByCaller)]
    [InlineData(20, null, EpochDecision.Stop, StopReason.EpochsCompleted)]
    public void Find_NobodyInterrupts_EpochsPatienceAndCallerDecide(int epochs, int? patience, EpochDecision decision, StopReason? expected)
        => Assert.Equal(expected, StopRule.Find(History(epochs, isComplete: true), Options(patience), decision));

    [Fact]
    public void Find_NothingDoneYet_GoesOn()
        => Assert.Null(StopRule.Find(TrainingHistory.Empty, Options(patience: 1), EpochDecision.Continue));

    private static SigmoidNetworkOptions Options(int? patience) => new() { Epochs = 20, EarlyStoppingPatience = patience };

    /// <summary>The best epoch is the second; later ones are no better.</summary>
    private static TrainingHistory History(int epochs, bool isComplete) => new(
    [
        .. Enumerable.Range(1, epochs).Select(epoch => new EpochReport(
            epoch, 100L * epoch, 0.1, new ValidationMetrics(50, epoch == 2 ? 0.9 : 0.8, 0.1), TimeSpan.Zero, TimeSpan.Zero, isComplete || epoch < epochs)),
    ]);
}
