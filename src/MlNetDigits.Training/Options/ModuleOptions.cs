using TorchSharp.Modules;
using static TorchSharp.torch;

namespace MlNetDigits.Training;

/// <summary>The options where a module of the caller's own is trained.</summary>
internal static class ModuleOptions
{
    private static readonly int UsualHiddenNodes = new SigmoidNetworkOptions().HiddenNodes;

    /// <summary>The same with the module's number of hidden nodes, unless another than the default was asked for.</summary>
    public static SigmoidNetworkOptions For(SigmoidModule module, SigmoidNetworkOptions options)
        => options.HiddenNodes == UsualHiddenNodes ? options with { HiddenNodes = module.HiddenNodes } : options;

    /// <summary>Everything that is wrong, a sentence each.</summary>
    public static IEnumerable<string> FindProblems(SigmoidModule module, SigmoidNetworkOptions options)
    {
        ObjectDisposedException.ThrowIf(module.IsDisposed, module);
        var fitting = For(module, options);
        if (fitting.HiddenNodes != module.HiddenNodes)
            yield return $"{nameof(options.HiddenNodes)} is {fitting.HiddenNodes}, but the module has {module.HiddenNodes} hidden nodes; leave it out or make them equal.";
        if (options.InitialWeights is not null)
            yield return $"The module has weights of its own; use it without {nameof(options.InitialWeights)}.";
        if (options.ResumeFrom?.Weights is { } resumed && Sizes(resumed) != (module.Inputs, module.HiddenNodes, module.Outputs))
            yield return $"{nameof(options.ResumeFrom)} is of {resumed.Inputs}-{resumed.HiddenNodes}-{resumed.Outputs} nodes, but the module has {module.Inputs}-{module.HiddenNodes}-{module.Outputs}.";

        (string Name, Parameter Parameter)[] parameters =
            [(nameof(module.HiddenWeights), module.HiddenWeights), (nameof(module.OutputWeights), module.OutputWeights)];
        foreach (var (name, parameter) in parameters)
        {
            if (!parameter.requires_grad)
                yield return $"The module's {name} are frozen, but all weights are trained; set their requires_grad to true.";
            if (options.Engine == TrainingEngine.Torch && !IsPlain(parameter))
                yield return $"The Torch engine trains float32 weights in the CPU's memory, but the module's {name} are {parameter.dtype} on {parameter.device}; move the module with to(ScalarType.Float32) and cpu(), or use the managed engine.";
        }

        // What is wrong with the two beside one another was said above.
        foreach (var problem in (fitting with { InitialWeights = null }).FindProblems())
            yield return problem;
    }

    private static bool IsPlain(Tensor tensor)
        => tensor.dtype == ScalarType.Float32 && tensor.device_type == TorchSharp.DeviceType.CPU;

    private static (int Inputs, int HiddenNodes, int Outputs) Sizes(NetworkWeights weights)
        => (weights.Inputs, weights.HiddenNodes, weights.Outputs);
}
