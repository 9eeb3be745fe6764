namespace MlNetDigits.Training;

/// <summary>
/// What is done with a batch between two goes over the weights, in parts that any thread can take: the longest first, so
/// that all end at about the same time.
/// </summary>
internal sealed class BatchParts<TFloats>(OutputBatch<TFloats> batch) : IPanelWork
    where TFloats : struct, IFloatMath<TFloats>
{
    private IGroupPreparation? _next;
    private int _nextParts;

    /// <summary>Compares the batch, and prepares the next.</summary>
    /// <param name="runner">The threads.</param>
    /// <param name="records">The number of records of the batch.</param>
    /// <param name="next">Prepares the next batch; null if there is nothing to do.</param>
    public void Run(PanelRunner runner, int records, IGroupPreparation? next)
    {
        (_next, _nextParts) = (next, next?.Parts ?? 0);
        runner.Run(this, _nextParts + batch.Parts, records);
    }

    /// <inheritdoc/>
    public void RunPanel(int panel)
    {
        if (panel < _nextParts)
            _next!.RunPanel(panel);
        else
            batch.Compare(panel - _nextParts);
    }
}
