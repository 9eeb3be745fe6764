using System.Runtime.InteropServices;

namespace MlNetDigits.Cli.CommandLine;

/// <summary>Listens for what asks the tool to stop, such as Ctrl+C, until what is returned is disposed.</summary>
/// <param name="take">
/// Called for each signal, on any thread: whether the signal is dealt with. If not, it ends the process.
/// </param>
internal delegate IDisposable StopSignals(Func<bool> take);

/// <summary>The signals that the process itself is sent.</summary>
internal static class ProcessSignals
{
    /// <summary>Listens for SIGINT, which a terminal sends for Ctrl+C, and SIGTERM.</summary>
    /// <inheritdoc cref="StopSignals"/>
    public static IDisposable Listen(Func<bool> take)
    {
        return new Registrations(
            PosixSignalRegistration.Create(PosixSignal.SIGINT, Handle),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, Handle));

        // Not cancelled, a signal does what it always does: it ends the process.
        void Handle(PosixSignalContext context) => context.Cancel = take();
    }

    private sealed class Registrations(params PosixSignalRegistration[] all) : IDisposable
    {
        public void Dispose()
        {
            foreach (var registration in all)
                registration.Dispose();
        }
    }
}
