namespace MlNetDigits.Tests.Support;

/// <summary>Ctrl+C without a signal: it reaches only the run that these keys are handed to.</summary>
internal sealed class PressedKeys
{
    private readonly Lock _lock = new();
    private readonly List<Func<bool>> _listeners = [];

    /// <summary>Whether Ctrl+C would have ended a process: nobody dealt with it.</summary>
    public bool HaveEndedTheProcess { get; private set; }

    /// <summary>Presses Ctrl+C; when this returns, whoever listens has dealt with it.</summary>
    public void CtrlC()
    {
        Func<bool>[] listeners;
        lock (_lock)
            listeners = [.. _listeners];
        var isTaken = listeners.Aggregate(false, (taken, take) => take() || taken);
        HaveEndedTheProcess |= !isTaken;
    }

    /// <summary>The signals of a tool's console.</summary>
    public IDisposable Listen(Func<bool> take)
    {
        lock (_lock)
            _listeners.Add(take);
        return new Listener(this, take);
    }

    private void Forget(Func<bool> take)
    {
        lock (_lock)
            _listeners.Remove(take);
    }

    private sealed class Listener(PressedKeys keys, Func<bool> take) : IDisposable
    {
        public void Dispose() => keys.Forget(take);
    }
}
