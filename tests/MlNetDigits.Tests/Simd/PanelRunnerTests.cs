using System.Collections.Concurrent;

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
            runner.Run(new Work(_ => seen.Add(Thread.CurrentThread)), panels: 5, records);

        Assert.Equal([Thread.CurrentThread], seen.Distinct());
    }

    [Fact]
    public void Dispose_AfterWork_HasEndedTheThreads()
    {
        var seen = new ConcurrentBag<Thread>();
        using (var runner = new PanelRunner(threads: 4))
        {
            using var together = new Barrier(4);
            runner.Run(new Work(_ => seen.Add(MeetAt(together))), panels: 4, ManyRecords);
        }

        var helpers = seen.Where(thread => thread != Thread.CurrentThread).ToArray();
        Assert.Equal(3, helpers.Length);
        Assert.All(helpers, thread => Assert.False(thread.IsAlive));
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
