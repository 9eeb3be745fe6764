namespace MlNetDigits;

/// <summary>
/// Runs the panels of a group, on threads of its own that sleep in between. Which thread does a panel changes nothing
/// in its arithmetic, so the result does not depend on the number of threads.
/// </summary>
internal sealed class PanelRunner : IDisposable
{
    /// <summary>With fewer records, waking a thread costs more than it brings.</summary>
    private const int FewestRecords = 12;

    private readonly Thread[] _helpers;
    private readonly SemaphoreSlim _start = new(0);
    private readonly SemaphoreSlim _finished = new(0);
    private IPanelWork? _work;
    private int _panels;
    private int _next;

    public PanelRunner(int threads)
    {
        _helpers = [.. Enumerable.Range(1, threads - 1).Select(number => new Thread(Help)
        {
            IsBackground = true, Name = $"SigmoidNetwork {number}",
        })];
        foreach (var helper in _helpers)
            helper.Start();
    }

    /// <summary>The number of threads, with the caller's.</summary>
    public int Threads => _helpers.Length + 1;

    /// <summary>Runs all panels and returns when they are done.</summary>
    public void Run(IPanelWork work, int panels, int records)
    {
        if (_helpers.Length == 0 || panels == 1 || records < FewestRecords)
        {
            for (var panel = 0; panel < panels; panel++)
                work.RunPanel(panel);
            return;
        }

        (_work, _panels, _next) = (work, panels, 0);
        _start.Release(_helpers.Length);
        TakePanels();
        for (var i = 0; i < _helpers.Length; i++)
            _finished.Wait();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _work = null;
        if (_helpers.Length > 0)
            _start.Release(_helpers.Length);
        foreach (var helper in _helpers)
            helper.Join();
        _start.Dispose();
        _finished.Dispose();
    }

    private void Help()
    {
        for (_start.Wait(); _work is not null; _start.Wait())
        {
            TakePanels();
            _finished.Release();
        }
    }

    private void TakePanels()
    {
        for (var panel = Interlocked.Increment(ref _next) - 1; panel < _panels; panel = Interlocked.Increment(ref _next) - 1)
            _work!.RunPanel(panel);
    }
}
