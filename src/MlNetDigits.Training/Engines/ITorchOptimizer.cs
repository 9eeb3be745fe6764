namespace MlNetDigits.Training;

/// <summary>Moves a module's parameters by their gradients.</summary>
internal interface ITorchOptimizer : IDisposable
{
    /// <summary>Takes a step.</summary>
    /// <param name="rates">The learning rates.</param>
    void Step(LayerRates rates);

    /// <summary>Copies what it remembers; null if it remembers nothing.</summary>
    /// <param name="module">The module.</param>
    OptimizerState? ToState(SigmoidModule module);
}
