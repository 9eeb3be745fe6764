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

    private static readonly long LookoutTicks = Stopwatch.Frequency / 5_000;

    private readonly Helper[] _helpers;
    private readonly PanelJob _awaited = new();
    private readonly PanelJob _beside = new();
    private int _calls;
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

        _awaited.Open(work, parts);
        Call();
        _awaited.Finish();
    }

    /// <summary>Begins work that is done beside what is run meanwhile, by threads that have nothing else to do.</summary>
    /// <param name="work">The work.</param>
    /// <param name="parts">The number of its parts; short ones, so that what is run does not wait for its helpers.</param>
    /// <param name="records">For how many records it is; for few, no other thread is called.</param>
    public void Begin(IPanelWork work, int parts, int records)
    {
        _beside.Open(work, parts);
        if (records >= FewestRecords)
            Call();
    }

    /// <summary>Returns when all that was begun is done.</summary>
    public void Finish() => _beside.Finish();

    /// <inheritdoc/>
    public void Dispose()
    {
        _isOver = true;
        Call();
        foreach (var helper in _helpers)
        {
            helper.Thread.Join();
            helper.Dispose();
        }
    }

    private void Call()
    {
        Interlocked.Increment(ref _calls);
        foreach (var helper in _helpers)
            helper.Wake();
    }

    private void Help(Helper self)
    {
        var seen = 0;
        while (!_isOver)
        {
            if (!self.IsCalled(ref _calls, seen))
                continue;
            seen = Volatile.Read(ref _calls);
            while (_awaited.Help() || _beside.Help())
            {
            }
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

        /// <summary>Looks out for a call after those seen for a while, then sleeps until it is woken.</summary>
        public bool IsCalled(ref int calls, int seen)
        {
            var started = Stopwatch.GetTimestamp();
            while (Stopwatch.GetTimestamp() - started < LookoutTicks)
            {
                if (Volatile.Read(ref calls) != seen)
                    return true;
                Thread.SpinWait(20);
            }

            Interlocked.Exchange(ref _state, Asleep);

            // A call that came in between may not have rung; if it has, its ring is to be heard.
            if (Volatile.Read(ref calls) == seen || Interlocked.Exchange(ref _state, Awake) == Awake)
                _bell.Wait();
            return Volatile.Read(ref calls) != seen;
        }

        public void Dispose() => _bell.Dispose();
    }
}
