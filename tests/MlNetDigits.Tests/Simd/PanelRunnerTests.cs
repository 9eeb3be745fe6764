using System.Collections.Concurrent;
using System.Diagnostics;

namespace MlNetDigits.Tests.Simd;

public class PanelRunnerTests
{
    private const int ManyRecords = 100;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Run_ManyTimes_RunsEveryPanelOnce(int threads)
    {
        using var runner = new PanelRunner(threads);
        for (var run = 0; run < 2000; run++)
        {
            var counts = new int[1 + (run % 9)];

            runner.Run(new Work(panel => Interlocked.Increment(ref counts[panel])), counts.Length, ManyRecords);

            Assert.All(counts, count => Assert.Equal(1, count));
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void Run_AsManyPanelsAsThreads_CanRunThemAtOnce(int threads)
    {
        using var runner = new PanelRunner(threads);
        using var together = new Barrier(threads);
        var met = new ConcurrentBag<bool>();

        runner.Run(new Work(_ => met.Add(together.SignalAndWait(Patience))), threads, ManyRecords);

        Assert.Equal(Enumerable.Repeat(true, threads), met);
    }

    [Theory]
    [InlineData(1, ManyRecords)]
    [InlineData(3, 1)]
    public void Run_OneThreadOrFewRecords_StaysOnTheCallingThread(int threads, int records)
    {
        using var runner = new PanelRunner(threads);
        var seen = new ConcurrentBag<Thread>();

        for (var run = 0; run < 100; run++)
            runner.Run(new Work(_ => seen.Add(Thread.CurrentThread)), parts: 5, records);

        Assert.Equal([Thread.CurrentThread], seen.Distinct());
    }

    [Fact]
    public void Dispose_AfterWork_HasEndedTheThreads()
    {
        var seen = new ConcurrentBag<Thread>();
        using (var runner = new PanelRunner(threads: 4))
        {
            using var together = new Barrier(4);
            runner.Run(new Work(_ => seen.Add(MeetAt(together))), parts: 4, ManyRecords);
        }

        var helpers = seen.Where(thread => thread != Thread.CurrentThread).ToArray();
        Assert.Equal(3, helpers.Length);
        Assert.All(helpers, thread => Assert.False(thread.IsAlive));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Run_ManyShortJobsOneAfterAnother_RunsEveryPartOnce(int threads)
    {
        using var runner = new PanelRunner(threads);
        var counts = new int[7];
        var work = new Work(panel => Interlocked.Increment(ref counts[panel]));

        for (var run = 1; run <= 20_000; run++)
        {
            runner.Run(work, counts.Length, ManyRecords);

            Assert.Equal(Enumerable.Repeat(run, counts.Length), counts);
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Run_PausesInWhichHelpersFallAsleep_RunsEveryPartOnce(int threads)
    {
        using var runner = new PanelRunner(threads);
        var counts = new int[5];
        var work = new Work(panel => Interlocked.Increment(ref counts[panel]));

        for (var run = 1; run <= 600; run++)
        {
            // Helpers look out for a fifth of a millisecond: some jobs find them awake, some asleep, some on the way.
            if (run % 3 == 0)
                Thread.Sleep(1);
            else if (run % 3 == 1)
                SpinFor(TimeSpan.FromMicroseconds(150 + (run % 100)));
            runner.Run(work, counts.Length, ManyRecords);

            Assert.Equal(Enumerable.Repeat(run, counts.Length), counts);
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void Run_NextJobOfOtherWork_TakesNoPartOfTheOneBefore(int threads)
    {
        using var runner = new PanelRunner(threads);
        for (var run = 0; run < 5_000; run++)
        {
            var isOver = false;
            var late = 0;

            runner.Run(new Work(_ => late += Volatile.Read(ref isOver) ? 1 : 0), parts: 3, ManyRecords);
            Volatile.Write(ref isOver, true);

            Assert.Equal(0, Volatile.Read(ref late));
        }
    }

    [Theory]
    [InlineData(1, ManyRecords)]
    [InlineData(2, ManyRecords)]
    [InlineData(3, 1)]
    [InlineData(4, ManyRecords)]
    public void Finish_JobsRunSinceWorkWasBegun_HasRunEveryPartOfBothOnce(int threads, int records)
    {
        using var runner = new PanelRunner(threads);
        var (beside, awaited) = (new int[6], new int[4]);
        var besideWork = new Work(panel => Interlocked.Increment(ref beside[panel]));
        var awaitedWork = new Work(panel => Interlocked.Increment(ref awaited[panel]));

        for (var run = 1; run <= 3_000; run++)
        {
            runner.Begin(besideWork, beside.Length, records);
            runner.Run(awaitedWork, awaited.Length, records);
            Assert.Equal(Enumerable.Repeat(run, awaited.Length), awaited);
            runner.Finish();

            Assert.Equal(Enumerable.Repeat(run, beside.Length), beside);
        }
    }

    [Fact]
    public void Begin_CallerIsBusy_IsDoneByAHelper()
    {
        using var runner = new PanelRunner(threads: 2);
        using var isDone = new ManualResetEventSlim();
        Thread? worker = null;
        var work = new Work(_ =>
        {
            worker = Thread.CurrentThread;
            isDone.Set();
        });

        runner.Begin(work, parts: 1, ManyRecords);

        Assert.True(isDone.Wait(Patience));
        Assert.NotEqual(Thread.CurrentThread, worker);
        runner.Finish();
    }

    [Fact]
    public async Task Finish_NothingWasBegun_Returns()
    {
        using var runner = new PanelRunner(threads: 2);

        var ended = Task.Run(runner.Finish);

        await ended.WaitAsync(Patience);
        Assert.True(ended.IsCompletedSuccessfully);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    public void Dispose_HelpersLookOutOrSleep_Returns(int pauseInMilliseconds)
    {
        for (var i = 0; i < 20; i++)
        {
            var runner = new PanelRunner(threads: 4);
            var count = 0;
            runner.Run(new Work(_ => Interlocked.Increment(ref count)), parts: 4, ManyRecords);
            Thread.Sleep(pauseInMilliseconds);

            runner.Dispose();

            Assert.Equal(4, count);
        }
    }

    [Fact]
    public async Task Dispose_NoJobAtAll_Returns()
    {
        var runner = new PanelRunner(threads: 3);

        var ended = Task.Run(runner.Dispose);

        await ended.WaitAsync(Patience);
        Assert.True(ended.IsCompletedSuccessfully);
    }

    private static void SpinFor(TimeSpan time)
    {
        var started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started) < time)
            Thread.SpinWait(10);
    }

    private static Thread MeetAt(Barrier barrier)
    {
        barrier.SignalAndWait(Patience);
        return Thread.CurrentThread;
    }

    private sealed class Work(Action<int> run) : IPanelWork
    {
        public void RunPanel(int panel) => run(panel);
    }
}
