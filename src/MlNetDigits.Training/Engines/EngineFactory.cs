namespace MlNetDigits.Training;

/// <summary>Chooses the engine for the options.</summary>
internal static class EngineFactory
{
    /// <summary>Makes the engine that <see cref="SigmoidNetworkOptions.Engine"/> asks for.</summary>
    public static ITrainingEngine Create(SigmoidModule module, SigmoidNetworkOptions options) => options.Engine switch
    {
        TrainingEngine.Auto or TrainingEngine.Torch => new TorchEngine(module, options),
        _ => throw new ArgumentOutOfRangeException(nameof(options), options.Engine, "Unknown engine."),
    };
}
