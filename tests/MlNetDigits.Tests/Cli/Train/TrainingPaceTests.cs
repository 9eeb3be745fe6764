using MlNetDigits.Cli.Train;

namespace MlNetDigits.Tests.Cli.Train;

public class TrainingPaceTests
{
    [Fact]
    public void RecordsPerSecond_FirstReportAlone_IsNotTold()
        => Assert.Null(TrainingPace.Begin(records: 128, seconds: 0.000005).RecordsPerSecond);

    [Theory]
    [InlineData(0.49, false)]
    [InlineData(0.51, true)]
    public void RecordsPerSecond_ShortTime_IsNotTold(double seconds, bool isTold)
        => Assert.Equal(isTold, TrainingPace.Begin(0, 0).At(1000, seconds).RecordsPerSecond is not null);

    [Fact]
    public void RecordsPerSecond_ShortReports_AreMeasuredTogether()
    {
        var pace = TrainingPace.Begin(500, 3).At(900, 3.4).At(1100, 3.6).At(1300, 3.8);

        Assert.Equal(1000, pace.RecordsPerSecond!.Value, 2.0);
    }

    [Fact]
    public void RecordsPerSecond_SlowStart_DoesNotCount()
    {
        var pace = TrainingPace.Begin(0, 0).At(1, 0.1).At(2, 0.2).At(502, 0.7).At(1002, 1.2);

        Assert.Equal(1000, pace.RecordsPerSecond!.Value, 1e-6);
    }

    [Fact]
    public void RecordsPerSecond_SteadyWork_IsItsSpeedHoweverLongItTakes()
    {
        var pace = Enumerable.Range(1, 5000).Aggregate(TrainingPace.Begin(0, 0), (pace, i) => pace.At(i * 40, i * 0.1));

        Assert.Equal(400, pace.RecordsPerSecond!.Value, 1e-6);
    }

    [Fact]
    public void RecordsPerSecond_OneSlowReport_MovesLittle()
    {
        var steady = Enumerable.Range(1, 200).Aggregate(TrainingPace.Begin(0, 0), (pace, i) => pace.At(i * 100, i * 0.1));

        Assert.InRange(steady.At(20_050, 20.1).RecordsPerSecond!.Value, 990, 1000);
    }

    [Fact]
    public void RecordsPerSecond_SpeedThatLasts_IsLearnedInTheEnd()
    {
        var fast = Enumerable.Range(1, 200).Aggregate(TrainingPace.Begin(0, 0), (pace, i) => pace.At(i * 100, i * 0.1));

        var slow = Enumerable.Range(1, 1200).Aggregate(fast, (pace, i) => pace.At(20_000 + (i * 50), 20 + (i * 0.1)));

        Assert.InRange(slow.RecordsPerSecond!.Value, 500, 510);
    }

    [Fact]
    public void SecondsFor_KnownSpeed_IsTheirShare()
        => Assert.Equal(30, TrainingPace.Begin(0, 0).At(2000, 2).SecondsFor(30_000)!.Value, 1e-6);

    [Fact]
    public void SecondsFor_NoRecordsYet_IsNotTold()
        => Assert.Null(TrainingPace.Begin(0, 0).At(0, 2).SecondsFor(30_000));
}
