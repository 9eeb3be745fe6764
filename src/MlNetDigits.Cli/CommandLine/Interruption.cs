namespace MlNetDigits.Cli.CommandLine;

/// <summary>
/// Ctrl+C while something long runs: the first asks to stop and keep what is there, the second ends the process.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly IDisposable _listening;
    private volatile Action<string> _tell;

    /// <summary>Listens until disposed.</summary>
    /// <param name="console">What asks to stop, and what is told that stopping has begun.</param>
    public Interruption(ToolConsole console)
    {
        _tell = console.Error.Write;
        _listening = console.Signals(Stop);
    }

    /// <summary>Cancelled by the first Ctrl+C.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>Does some work while another has the terminal, such as bars, that a line must not be written through.</summary>
    /// <param name="tell">Writes a line, which ends in a line feed, on any thread.</param>
    /// <param name="work">The work.</param>
    /// <returns>What the work gives.</returns>
    public T ToldBy<T>(Action<string> tell, Func<T> work)
    {
        var before = _tell;
        _tell = tell;
        try
        {
            return work();
        }
        finally
        {
            _tell = before;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _listening.Dispose();
        _source.Dispose();
    }

    private bool Stop()
    {
        if (_source.IsCancellationRequested)
            return false;
        _tell("Stopping, and keeping what is there. Once more ends at once.\n");
        _source.Cancel();
        return true;
    }
}
