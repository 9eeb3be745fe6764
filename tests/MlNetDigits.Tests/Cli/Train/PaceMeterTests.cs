using MlNetDigits.Cli.Train;
using MlNetDigits.Tests.Support;
using MlNetDigits.Training;

namespace MlNetDigits.Tests.Cli.Train;

public class PaceMeterTests
{
    private readonly HandClock _clock = new();

    [Fact]
    public void Report_NextEpoch_GoesOnWhereTheLastOneEnded()
    {
        var meter = new PaceMeter(_clock, rows: 1000, epochs: 3);

        Report(meter, epoch: 1, records: 100, afterSeconds: 5);
        Report(meter, epoch: 1, records: 1000, afterSeconds: 9);
        var before = meter.Pace.RecordsPerSecond;
        Report(meter, epoch: 2, records: 10, afterSeconds: 0.1);

        Assert.Equal((1010, 3000), (meter.Done, meter.Total));
        Assert.Equal(100, before!.Value, 1e-6);
        Assert.Equal(100, meter.Pace.RecordsPerSecond!.Value, 1e-6);
    }

    [Fact]
    public void Report_RunThatGoesOnAfterABreak_CountsFromThere()
    {
        var meter = new PaceMeter(_clock, rows: 1000, epochs: 2);

        Report(meter, epoch: 4, records: 1, afterSeconds: 0);
        Report(meter, epoch: 4, records: 500, afterSeconds: 1);

        Assert.Equal((500, 2000), (meter.Done, meter.Total));
        Assert.Equal(499, meter.Pace.RecordsPerSecond!.Value, 1e-6);
    }

    [Fact]
    public void Report_TrainingKnowsBetterHowManyRecordsThereAre_CountsThose()
    {
        var meter = new PaceMeter(_clock, rows: 1000, epochs: 2);

        Assert.Equal(1000, meter.Report(new TrainingProgress(1, 2, 10, RecordsPerEpoch: null)));
        Assert.Equal(900, meter.Report(new TrainingProgress(2, 2, 10, RecordsPerEpoch: 900)));
        Assert.Equal((910, 1800), (meter.Done, meter.Total));
    }

    private void Report(PaceMeter meter, int epoch, long records, double afterSeconds)
    {
        _clock.Advance(afterSeconds);
        meter.Report(new TrainingProgress(epoch, 5, records, RecordsPerEpoch: 1000));
    }
}
