using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace MlNetDigits.Training;

/// <summary>Runs trainings at once, each on one thread.</summary>
internal static class SweepThreads
{
    /// <summary>Trains one network: told when an epoch is done, and asked to stop. Null if it was stopped.</summary>
    public delegate SweepRunResult? Work(SweepRun run, Action epochDone, CancellationToken stop);

    /// <summary>Does all runs, in the given order as far as threads become free.</summary>
    /// <returns>The finished ones.</returns>
    public static IReadOnlyDictionary<SweepRun, SweepRunResult> Run(
        IReadOnlyList<SweepRun> runs, int workers, SweepProgressReporter progress, Work work, CancellationToken cancel)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var finished = new ConcurrentDictionary<SweepRun, SweepRunResult>();
        var failures = new ConcurrentQueue<Exception>();
        var next = -1;
        // New threads, not pooled ones: torch remembers on each thread what its number of threads was there.
        Thread[] threads = [.. Enumerable.Range(1, workers).Select(number => new Thread(TakeRuns)
        {
            IsBackground = true, Name = $"Sweep {number}",
        })];
        foreach (var thread in threads)
            thread.Start();
        foreach (var thread in threads)
            thread.Join();
        if (failures.TryDequeue(out var failure))
            ExceptionDispatchInfo.Throw(failure);
        return finished;

        void TakeRuns()
        {
            try
            {
                while (!stop.IsCancellationRequested && Interlocked.Increment(ref next) is var i && i < runs.Count)
                    Take(runs[i]);
            }
            catch (Exception exception)
            {
                // Thrown again above, on the thread that waits; no use in finishing the others.
                failures.Enqueue(exception);
                stop.Cancel();
            }
        }

        void Take(SweepRun run)
        {
            if (work(run, () => progress.EpochDone(run), stop.Token) is not { } result)
                return;
            finished[run] = result;
            progress.RunDone(result);
        }
    }
}
