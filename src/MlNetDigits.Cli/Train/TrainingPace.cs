namespace MlNetDigits.Cli.Train;

/// <summary>How fast training goes, over all its epochs. Immutable; it knows no clock.</summary>
internal sealed record TrainingPace
{
    // So long, code that is not compiled well yet runs at a fraction of its speed, and tells nothing of the rest.
    private const double SecondsOfWarmUp = 0.3;

    // Less is mostly chance.
    private const double LeastSeconds = 0.5;

    // What is long ago counts less: a machine gets busy, a process is halted, and that is over some day.
    private const double SecondsOfMemory = 6;

    private double Start { get; init; }

    private long LastRecords { get; init; }

    private double LastSeconds { get; init; }

    private double Measured { get; init; }

    private double RecordsInMemory { get; init; }

    private double SecondsInMemory { get; init; }

    /// <summary>How many records a second; null while it is not measured over a sensible time.</summary>
    public double? RecordsPerSecond => Measured >= LeastSeconds && RecordsInMemory > 0 ? RecordsInMemory / SecondsInMemory : null;

    /// <summary>Begins to measure.</summary>
    /// <param name="records">The records that are done.</param>
    /// <param name="seconds">The time, from whenever.</param>
    public static TrainingPace Begin(long records, double seconds)
        => new() { Start = seconds, LastRecords = records, LastSeconds = seconds };

    /// <summary>Goes on.</summary>
    /// <param name="records">All records that are done by now.</param>
    /// <param name="seconds">The time.</param>
    public TrainingPace At(long records, double seconds)
    {
        if (seconds - Start < SecondsOfWarmUp)
            return this with { LastRecords = records, LastSeconds = seconds };

        var passed = seconds - LastSeconds;
        var kept = Math.Exp(-passed / SecondsOfMemory);
        return this with
        {
            LastRecords = records,
            LastSeconds = seconds,
            Measured = Measured + passed,
            RecordsInMemory = (kept * RecordsInMemory) + (records - LastRecords),
            SecondsInMemory = (kept * SecondsInMemory) + passed,
        };
    }

    /// <summary>About how many seconds so many records take; null while that cannot be told.</summary>
    public double? SecondsFor(long records) => records / RecordsPerSecond;
}
