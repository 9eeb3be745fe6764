using System.Runtime.Intrinsics;

namespace MlNetDigits.Training;

/// <summary>Chooses the engine for the options.</summary>
internal static class EngineFactory
{
    /// <summary>Makes the engine that <see cref="SigmoidNetworkOptions.Engine"/> asks for.</summary>
    /// <param name="start">The weights to start from.</param>
    /// <param name="options">The options, already checked.</param>
    public static ITrainingEngine Create(NetworkWeights start, SigmoidNetworkOptions options) => options.Engine switch
    {
        TrainingEngine.Auto or TrainingEngine.Managed => CreateManaged(start, options),
        TrainingEngine.Torch => new TorchEngine(start, options),
        _ => throw new ArgumentOutOfRangeException(nameof(options), options.Engine, "Unknown engine."),
    };

    /// <summary>The managed engine for the widest vectors of this processor.</summary>
    private static ITrainingEngine CreateManaged(NetworkWeights start, SigmoidNetworkOptions options)
    {
        if (Vector512.IsHardwareAccelerated)
            return new ManagedEngine<Simd512, Vector512<float>>(start, options);
        if (Vector256.IsHardwareAccelerated)
            return new ManagedEngine<Simd256, Vector256<float>>(start, options);
        return new ManagedEngine<Simd128, Vector128<float>>(start, options);
    }
}
