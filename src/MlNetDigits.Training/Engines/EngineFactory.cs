using System.Runtime.Intrinsics;

namespace MlNetDigits.Training;

/// <summary>Chooses the engine for the options.</summary>
internal static class EngineFactory
{
    /// <summary>Makes the engine that <see cref="SigmoidNetworkOptions.Engine"/> asks for.</summary>
    public static ITrainingEngine Create(SigmoidModule module, SigmoidNetworkOptions options) => options.Engine switch
    {
        TrainingEngine.Auto or TrainingEngine.Managed => CreateManaged(module, options),
        TrainingEngine.Torch => new TorchEngine(module, options),
        _ => throw new ArgumentOutOfRangeException(nameof(options), options.Engine, "Unknown engine."),
    };

    /// <summary>The managed engine for the widest vectors of this processor.</summary>
    private static ITrainingEngine CreateManaged(SigmoidModule module, SigmoidNetworkOptions options)
    {
        if (Vector512.IsHardwareAccelerated)
            return new ManagedEngine<Simd512, Vector512<float>>(module, options);
        if (Vector256.IsHardwareAccelerated)
            return new ManagedEngine<Simd256, Vector256<float>>(module, options);
        return new ManagedEngine<Simd128, Vector128<float>>(module, options);
    }
}
