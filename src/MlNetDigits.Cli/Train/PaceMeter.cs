using MlNetDigits.Training;

namespace MlNetDigits.Cli.Train;

/// <summary>Measures how fast a run goes, from its first report on.</summary>
/// <param name="clock">Tells the time.</param>
/// <param name="rows">The records of an epoch, if training does not know better.</param>
/// <param name="epochs">How many epochs are to be run.</param>
internal sealed class PaceMeter(TimeProvider clock, int rows, int epochs)
{
    private int _first;
    private long _start;

    /// <summary>How fast it goes.</summary>
    public TrainingPace Pace { get; private set; } = new();

    /// <summary>The records of all epochs.</summary>
    public long Total { get; private set; }

    /// <summary>The records that are done, of all epochs.</summary>
    public long Done { get; private set; }

    /// <summary>Takes a report.</summary>
    /// <returns>The records of an epoch.</returns>
    public long Report(TrainingProgress progress)
    {
        var records = progress.RecordsPerEpoch ?? rows;
        var isFirst = _first == 0;
        if (isFirst)
            (_first, _start) = (progress.Epoch, clock.GetTimestamp());
        Total = records * epochs;
        Done = ((progress.Epoch - _first) * records) + progress.Records;
        var seconds = clock.GetElapsedTime(_start).TotalSeconds;
        Pace = isFirst ? TrainingPace.Begin(Done, seconds) : Pace.At(Done, seconds);
        return records;
    }
}
