using MlNetDigits.Cli.Train;
using MlNetDigits.Tests.Support;
using MlNetDigits.Training;

namespace MlNetDigits.Tests.Cli.Train;

public sealed class LineDisplayTests : IDisposable
{
    private readonly HandClock _clock = new();
    private readonly StringWriter _error = new() { NewLine = "\n" };

    public void Dispose() => _error.Dispose();

    [Fact]
    public void Report_HalfASecondOfALongRun_TellsOnceHowLongAllOfItTakes()
    {
        Report(everySeconds: 0.2, reports: 12);

        Assert.Equal("about 20 s for 4 epochs\n", _error.ToString());
    }

    [Fact]
    public void Report_LessThanHalfASecond_TellsNothing()
    {
        Report(everySeconds: 0.2, reports: 3);

        Assert.Empty(_error.ToString());
    }

    [Fact]
    public void Report_ShortRun_TellsNothing()
    {
        Report(everySeconds: 0.02, reports: 60);

        Assert.Empty(_error.ToString());
    }

    // Ten records a report and 250 an epoch; the first report when training begins.
    private void Report(double everySeconds, int reports)
    {
        var display = new LineDisplay(_error, new PaceMeter(_clock, rows: 250, epochs: 4), epochs: 4);
        for (var report = 0; report < reports; report++)
        {
            display.Report(new TrainingProgress((report / 25) + 1, 4, ((report % 25) + 1) * 10, RecordsPerEpoch: 250));
            _clock.Advance(everySeconds);
        }
    }
}
