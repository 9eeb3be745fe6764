using System.Diagnostics;

namespace MlNetDigits;

/// <summary>
/// Runs the parts of a job, on threads of its own. Which thread does a part changes nothing in its arithmetic, so the
/// result does not depend on the number of threads.
/// </summary>
/// <remarks>
/// Jobs of a tenth of a millisecond follow one another: waking a thread that sleeps takes about as long. A helper
/// therefore looks for the next job for a moment before it goes to sleep, and one that comes late to a job is not waited
/// for if nothing is left for it.
/// </remarks>
internal sealed class PanelRunner : IDisposable
{
    /// <summary>With fewer records, waking a thread costs more than it brings.</summary>
    private const int FewestRecords = 12;

    // No part has such a number: nobody may begin one.
    private const int Closed = int.MaxValue / 2;

    private static readonly long LookoutTicks = Stopwatch.Frequency / 5_000;

    private readonly Helper[] _helpers;
    private IPanelWork? _work;
    private int _parts;
    private int _next = Closed;
    private int _inside;
    private int _job;
    private volatile bool _isOver;

    public PanelRunner(int threads)
    {
        _helpers = [.. Enumerable.Range(1, threads - 1).Select(number => new Helper(this, number))];
        foreach (var helper in _helpers)
            helper.Thread.Start();
    }

    /// <summary>The number of threads, with the caller's.</summary>
    public int Threads => _helpers.Length + 1;

    /// <summary>Runs all parts and returns when they are done.</summary>
    /// <param name="work">The work.</param>
    /// <param name="parts">The number of its parts.</param>
    /// <param name="records">For how many records it is; for few, no other thread is called.</param>
    public void Run(IPanelWork work, int parts, int records)
    {
        if (_helpers.Length == 0 || parts == 1 || records < FewestRecords)
        {
            for (var part = 0; part < parts; part++)
                work.RunPanel(part);
            return;
        }

        (_work, _parts) = (work, parts);
        Interlocked.Exchange(ref _next, 0);
        Interlocked.Increment(ref _job);
        foreach (var helper in _helpers)
            helper.Wake();
        TakeParts();

        // From here on a helper that comes late finds nothing; those that have begun a part are waited for.
        Interlocked.Exchange(ref _next, Closed);
        var wait = default(SpinWait);
        while (Volatile.Read(ref _inside) != 0)
            wait.SpinOnce(sleep1Threshold: -1);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _isOver = true;
        Interlocked.Increment(ref _job);
        foreach (var helper in _helpers)
        {
            helper.Wake();
            helper.Thread.Join();
            helper.Dispose();
        }
    }

    private void TakeParts()
    {
        for (var part = Interlocked.Increment(ref _next) - 1; part < _parts; part = Interlocked.Increment(ref _next) - 1)
            _work!.RunPanel(part);
    }

    private void Help(Helper self)
    {
        var seen = 0;
        while (!_isOver)
        {
            if (!self.IsCalled(ref _job, seen))
                continue;
            seen = Volatile.Read(ref _job);
            Interlocked.Increment(ref _inside);
            TakeParts();
            Interlocked.Decrement(ref _inside);
        }
    }

    private sealed class Helper : IDisposable
    {
        private const int Awake = 0;
        private const int Asleep = 1;

        private readonly SemaphoreSlim _bell = new(0);
        private int _state;

        public Helper(PanelRunner runner, int number)
            => Thread = new Thread(() => runner.Help(this)) { IsBackground = true, Name = $"SigmoidNetwork {number}" };

        public Thread Thread { get; }

        /// <summary>Rings if the helper sleeps, or is about to.</summary>
        public void Wake()
        {
            if (Interlocked.Exchange(ref _state, Awake) == Asleep)
                _bell.Release();
        }

        /// <summary>Looks out for another job than the one seen last for a while, then sleeps until it is woken.</summary>
        public bool IsCalled(ref int job, int seen)
        {
            var started = Stopwatch.GetTimestamp();
            while (Stopwatch.GetTimestamp() - started < LookoutTicks)
            {
                if (Volatile.Read(ref job) != seen)
                    return true;
                Thread.SpinWait(20);
            }

            Interlocked.Exchange(ref _state, Asleep);

            // A job that came in between may not have rung; if it has, its ring is to be heard.
            if (Volatile.Read(ref job) == seen || Interlocked.Exchange(ref _state, Awake) == Awake)
                _bell.Wait();
            return Volatile.Read(ref job) != seen;
        }

        public void Dispose() => _bell.Dispose();
    }
}
