using System.Text.Json.Nodes;
using CsCheck;
using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.History;

/// <summary>A training run as values, and as text that gives the same values again.</summary>
public class HistoryTests
{
    private static readonly Gen<EpochReport> Epochs = Gen.Select(
        Gen.Int[1, 1000],
        Gen.Long[1, 1L << 50],
        Gen.Double[0, 5],
        Gen.Bool,
        Gen.Double[0, 1],
        Gen.Long[0, TimeSpan.TicksPerDay],
        Gen.Long[0, 400 * TimeSpan.TicksPerDay],
        Gen.Bool)
        .Select((epoch, records, error, isValidated, accuracy, duration, elapsed, isComplete) => new EpochReport(
            epoch, records, error, isValidated ? new ValidationMetrics(records, accuracy, error / 3) : null, new TimeSpan(duration), new TimeSpan(elapsed), isComplete));

    [Fact]
    public void HistoryJson_AnyHistory_ReadsBackEqual()
        => Epochs.Array[0, 5].ForAll(epochs =>
        {
            var text = HistoryJson.ToNode(new TrainingHistory([.. epochs])).ToJsonString();
            return HistoryJson.FromNode(JsonNode.Parse(text)).Epochs.SequenceEqual(epochs);
        });

    [Fact]
    public void HistoryJson_ErrorThatIsNoNumber_ReadsBackEqual()
    {
        var history = new TrainingHistory([Epoch(1, null) with { TrainingError = double.NaN, IsComplete = false }]);

        Assert.Equal<EpochReport>(history.Epochs, HistoryJson.FromNode(JsonNode.Parse(HistoryJson.ToNode(history).ToJsonString())).Epochs);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("[{}]")]
    [InlineData("""[{"epoch":"one"}]""")]
    public void HistoryJson_SomethingElse_SaysSo(string json)
        => Assert.Throws<FormatException>(() => HistoryJson.FromNode(JsonNode.Parse(json)));

    [Fact]
    public void Best_EqualAccuracies_TakesTheLowerErrorThenTheEarlier()
    {
        var history = new TrainingHistory([Epoch(1, 0.8, 0.2), Epoch(2, 0.9, 0.3), Epoch(3, 0.9, 0.2), Epoch(4, 0.9, 0.2), Epoch(5, 0.85, 0.1)]);

        Assert.Equal(3, history.Best?.Epoch);
    }

    [Fact]
    public void Best_NothingValidated_IsNull() => Assert.Null(new TrainingHistory([Epoch(1, null)]).Best);

    [Fact]
    public void HistoryCsv_TwoEpochs_HasALineEachAndMarksTheBest()
    {
        var history = new TrainingHistory([Epoch(1, 0.95, 0.125), Epoch(2, 0.875, 0.25)]);

        Assert.Equal(
            [HistoryCsv.Header, "1,100,0.5,0.95,0.125,1.5,3,1,1", "2,200,0.5,0.875,0.25,1.5,6,1,0", ""],
            HistoryCsv.Render(history).Split('\n'));
    }

    [Fact]
    public void HistoryCsv_WithoutValidation_LeavesItsColumnsEmpty()
        => Assert.Equal("1,100,0.5,,,1.5,3,1,0", HistoryCsv.Render(new TrainingHistory([Epoch(1, null)])).Split('\n')[1]);

    private static EpochReport Epoch(int epoch, double? accuracy, double error = 0) => new(
        epoch,
        epoch * 100,
        0.5,
        accuracy is { } share ? new ValidationMetrics(10, share, error) : null,
        TimeSpan.FromSeconds(1.5),
        TimeSpan.FromSeconds(3 * epoch),
        IsComplete: true);
}
