namespace MlNetDigits;

/// <summary>A job for several threads, which take its parts one by one; it can be opened again once it is finished.</summary>
internal sealed class PanelJob
{
    // No part has such a number: nobody may begin one.
    private const int Closed = int.MaxValue / 2;

    private IPanelWork? _work;
    private int _parts;
    private int _next = Closed;
    private int _inside;

    /// <summary>Offers work. From here on helpers may take parts of it.</summary>
    /// <param name="work">The work.</param>
    /// <param name="parts">The number of its parts.</param>
    public void Open(IPanelWork work, int parts)
    {
        (_work, _parts) = (work, parts);
        Interlocked.Exchange(ref _next, 0);
    }

    /// <summary>Does one part on a helper's thread; false if none is left.</summary>
    public bool Help()
    {
        Interlocked.Increment(ref _inside);
        var isDone = TakePart();
        Interlocked.Decrement(ref _inside);
        return isDone;
    }

    /// <summary>Does all parts that are left, and waits for those that helpers have begun.</summary>
    public void Finish()
    {
        while (TakePart())
        {
        }

        // From here on a helper that comes late finds nothing; those that have begun a part are waited for.
        Interlocked.Exchange(ref _next, Closed);
        var wait = default(SpinWait);
        while (Volatile.Read(ref _inside) != 0)
            wait.SpinOnce(sleep1Threshold: -1);
    }

    private bool TakePart()
    {
        // Looked at first: a job that is closed for days must not be counted beyond all numbers.
        if (Volatile.Read(ref _next) >= _parts)
            return false;
        var part = Interlocked.Increment(ref _next) - 1;
        if (part >= _parts)
            return false;
        _work!.RunPanel(part);
        return true;
    }
}
