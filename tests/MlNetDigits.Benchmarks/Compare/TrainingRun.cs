using System.Diagnostics;

namespace MlNetDigits.Benchmarks;

/// <summary>
/// How long training took, and the process's peak memory when it was done (so without that of testing).
/// </summary>
internal readonly record struct TrainingRun(double Seconds, double PeakMemoryMB)
{
    public static TrainingRun Measure(Action train)
    {
        var started = Stopwatch.GetTimestamp();
        train();
        return After(Stopwatch.GetElapsedTime(started));
    }

    public static TrainingRun After(TimeSpan duration) => new(duration.TotalSeconds, PeakMemory.Read());
}
