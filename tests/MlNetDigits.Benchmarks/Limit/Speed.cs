using System.Diagnostics;

namespace MlNetDigits.Benchmarks;

/// <summary>How long a short piece of work takes.</summary>
internal static class Speed
{
    private const int Batches = 60;
    private static readonly TimeSpan BatchTime = TimeSpan.FromMilliseconds(20);

    /// <summary>The fastest of many batches, in microseconds a run: a limit is what the machine can do, not what it
    /// does on average.</summary>
    public static double Microseconds(Action work) => Measure(work).Min();

    /// <summary>The median of many batches, in microseconds a run: what a user can count on.</summary>
    public static double MedianMicroseconds(Action work) => Numbers.Median(Measure(work));

    private static double[] Measure(Action work)
    {
        // The first batches are also long enough for the runtime to compile the work at its best.
        var runs = RunsPerBatch(work);
        var batches = new double[Batches];
        for (var batch = 0; batch < Batches; batch++)
        {
            var started = Stopwatch.GetTimestamp();
            for (var run = 0; run < runs; run++)
                work();
            batches[batch] = Stopwatch.GetElapsedTime(started).TotalMicroseconds / runs;
        }

        return batches;
    }

    private static int RunsPerBatch(Action work)
    {
        var runs = 0;
        for (var started = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(started) < BatchTime; runs++)
            work();
        return runs;
    }
}
