namespace MlNetDigits.Training;

/// <summary>Chooses the engine for the options.</summary>
internal static class EngineFactory
{
    /// <summary>Makes the engine that <see cref="SigmoidNetworkOptions.Engine"/> asks for.</summary>
    /// <param name="start">The weights to start from.</param>
    /// <param name="options">The options, already checked.</param>
    /// <param name="module">The module that the Torch engine is to work on; null for one of its own.</param>
    /// <param name="state">What the optimizer goes on with; null to begin.</param>
    public static ITrainingEngine Create(
        NetworkWeights start, SigmoidNetworkOptions options, SigmoidModule? module = null, OptimizerState? state = null)
        => options.Engine switch
        {
            TrainingEngine.Auto or TrainingEngine.Managed => VectorWidth.Widest.Dispatch(new ManagedWork(start, options, state)),
            TrainingEngine.Torch => new TorchEngine(start, options, module, state),
            _ => throw new ArgumentOutOfRangeException(nameof(options), options.Engine, "Unknown engine."),
        };

    /// <summary>Says in a sentence which engine trains, for the log.</summary>
    /// <remarks>
    /// Missing native libraries are told of here, beside the rest: the managed engine is as fast and learns the same
    /// without them, so that nobody needs a warning. Files are looked for and not loaded, which would take 0.2 seconds.
    /// </remarks>
    public static string Describe(SigmoidNetworkOptions options)
    {
        if (options.Engine == TrainingEngine.Torch)
            return "The Torch engine trains.";
        return TorchNativeFiles.Find(TorchNativeFiles.FoldersOfThisProcess()).IsComplete
            ? "The managed engine trains."
            : $"The managed engine trains; this app brings no libtorch, which only the Torch engine and {nameof(SigmoidModule)} would need.";
    }

    private sealed record ManagedWork(NetworkWeights Start, SigmoidNetworkOptions Options, OptimizerState? State) : IVectorWork<ITrainingEngine>
    {
        public ITrainingEngine Run<TFloats>()
            where TFloats : struct, IFloatMath<TFloats> => new ManagedEngine<TFloats>(Start, Options, state: State);
    }
}
