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

    /// <summary>Everything that is wrong with the two together.</summary>
    public static IEnumerable<OptionProblem> FindProblems(SigmoidModule module, SigmoidNetworkOptions options)
    {
        ObjectDisposedException.ThrowIf(module.IsDisposed, module);
        var fitting = For(module, options);
        if (fitting.HiddenNodes != module.HiddenNodes)
            yield return new(nameof(options.HiddenNodes), $"is {fitting.HiddenNodes}, but the module has {module.HiddenNodes} hidden nodes; leave it out or make them equal.");
        if (options.InitialWeights is not null)
            yield return new(nameof(options.InitialWeights), "cannot be used beside a module, which has weights of its own; leave them out.");
        if (options.ResumeFrom?.Weights is { } resumed && resumed.Sizes != module.Sizes)
            yield return new(nameof(options.ResumeFrom), $"is of {resumed.Sizes} nodes, but the module has {module.Sizes}.");

        (string Name, Parameter Parameter)[] parameters =
            [(nameof(module.HiddenWeights), module.HiddenWeights), (nameof(module.OutputWeights), module.OutputWeights)];
        foreach (var (name, parameter) in parameters)
        {
            if (!parameter.requires_grad)
                yield return new(name, "of the module are frozen, but all weights are trained; set their requires_grad to true.");
            if (options.Engine == TrainingEngine.Torch && !IsPlain(parameter))
                yield return new(name, $"of the module are {parameter.dtype} on {parameter.device}, but the Torch engine trains float32 weights in the CPU's memory; move the module with to(ScalarType.Float32) and cpu(), or use the managed engine.");
        }

        // What is wrong with the two beside one another was said above.
        foreach (var problem in (fitting with { InitialWeights = null }).FindProblems())
            yield return problem;
    }

    private static bool IsPlain(Tensor tensor)
        => tensor.dtype == ScalarType.Float32 && tensor.device_type == TorchSharp.DeviceType.CPU;
}
