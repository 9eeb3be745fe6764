namespace MlNetDigits.Training;

/// <summary>What is done with a batch between two goes over the weights, in parts that any thread can take.</summary>
internal sealed class BatchComparison<TFloats>(OutputBatch<TFloats> batch) : IPanelWork
    where TFloats : struct, IFloatMath<TFloats>
{
    /// <inheritdoc/>
    public void RunPanel(int panel) => batch.Compare(panel);
}
