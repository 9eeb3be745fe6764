using System.Runtime.InteropServices;

namespace MlNetDigits.Cli.CommandLine;

/// <summary>
/// Ctrl+C while something long runs: the first asks to stop and keep what is there, the second ends the process.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration[] _registrations;

    /// <summary>Listens until disposed.</summary>
    /// <param name="error">Told that stopping has begun.</param>
    public Interruption(TextWriter error)
        => _registrations =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, context => Stop(context, error)),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => Stop(context, error)),
        ];

    /// <summary>Cancelled by the first Ctrl+C.</summary>
    public CancellationToken Token => _source.Token;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var registration in _registrations)
            registration.Dispose();
        _source.Dispose();
    }

    private void Stop(PosixSignalContext context, TextWriter error)
    {
        // Not cancelled, a signal does what it always does: it ends the process.
        context.Cancel = !_source.IsCancellationRequested;
        if (!context.Cancel)
            return;
        error.WriteLine("Stopping, and keeping what is there. Once more ends at once.");
        _source.Cancel();
    }
}
