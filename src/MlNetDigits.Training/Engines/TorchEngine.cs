using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace MlNetDigits.Training;

/// <summary>
/// The reference engine: an optimizer's step a batch. <see cref="UpdateRule.Gradient"/> and
/// <see cref="UpdateRule.CrossEntropy"/> go through automatic differentiation; <see cref="UpdateRule.Classic"/>, which is
/// no gradient, sets the parameters' gradients by hand before the step.
/// </summary>
/// <remarks>
/// No number is passed to torch where TorchSharp would wrap it in a native scalar of its own: see
/// <see cref="KeptAliveSgd"/>. Numbers travel in one-element tensors instead.
/// </remarks>
internal sealed class TorchEngine : ITrainingEngine
{
    private readonly SigmoidModule _module;
    private readonly bool _ownsModule;
    private readonly SigmoidNetworkOptions _options;
    private readonly TorchThreads _threads;
    private readonly ITorchOptimizer _optimizer;

    /// <summary>Makes an engine.</summary>
    /// <param name="start">The weights to start from.</param>
    /// <param name="options">The options.</param>
    /// <param name="module">
    /// A module to work on, float32 in the CPU's memory, whatever its weights; null for one of the engine's own.
    /// </param>
    /// <param name="state">What the optimizer goes on with; null to begin.</param>
    public TorchEngine(
        NetworkWeights start, SigmoidNetworkOptions options, SigmoidModule? module = null, OptimizerState? state = null)
    {
        (_module, _ownsModule, _options) = (module ?? new SigmoidModule(start), module is null, options);
        module?.Load(start);
        _threads = new TorchThreads(options.Threads);
        _optimizer = options.Optimizer == Optimizer.Adam
            ? new KeptAliveAdam(_module, state)
            : new KeptAliveSgd(_module, options.Momentum, state);
    }

    /// <inheritdoc/>
    public EpochOutcome TrainEpoch(EpochWork work, Func<int, bool> goOn)
    {
        var records = work.Records;
        var order = work.Order.Span;
        var batchSize = Math.Min(_options.BatchSize, order.Length);
        using var features = empty(batchSize, records.Features, dtype: ScalarType.Float32, device: CPU);
        using var targets = empty(batchSize, records.Classes, dtype: ScalarType.Float32, device: CPU);
        using var scale = empty(1, dtype: ScalarType.Float32, device: CPU);
        var distorted = work.Distorter is null ? null : new DistortedGroups(work.Distorter, records, batchSize);

        var lossSum = 0.0;
        var done = 0;
        while (done < order.Length)
        {
            var count = Math.Min(batchSize, order.Length - done);
            distorted?.Make(work, done, count);
            Fill(features, targets, distorted?.Records ?? records, distorted is null ? order.Slice(done, count) : distorted.Order);

            // Everything that a step makes in native memory ends with the step; the garbage collector does not see it.
            var rate = work.Rates.At(work.SeenBefore + done);
            using (NewDisposeScope())
                lossSum += Step(features.narrow(0, 0, count), targets.narrow(0, 0, count), scale, new LayerRates(rate, rate * _options.OutputRateFactor));
            done += count;
            if (!goOn(done))
                break;
        }

        return new EpochOutcome(done, lossSum);
    }

    /// <inheritdoc/>
    public OptimizerState? ToOptimizerState() => _optimizer.ToState(_module);

    /// <inheritdoc/>
    public NetworkWeights ToWeights() => _module.ToWeights();

    /// <inheritdoc/>
    public void Dispose()
    {
        _optimizer.Dispose();
        if (_ownsModule)
            _module.Dispose();
        else
            _module.zero_grad();
        _threads.Dispose();
    }

    private void Fill(Tensor features, Tensor targets, TrainingRecords records, ReadOnlySpan<int> batch)
    {
        var featureRows = Floats(features);
        var targetRows = Floats(targets);
        targetRows.Fill(_options.UsedTargets.Low);
        for (var row = 0; row < batch.Length; row++)
        {
            records.CopyFeatures(batch[row], featureRows.Slice(row * records.Features, records.Features));
            targetRows[(row * records.Classes) + records.Label(batch[row])] = _options.UsedTargets.High;
        }
    }

    /// <returns>The batch's sum of losses.</returns>
    private double Step(Tensor features, Tensor targets, Tensor scale, LayerRates rates)
    {
        var (loss, share) = _options.UpdateRule switch
        {
            UpdateRule.Gradient => (SetGradients(features, targets, scale), 0.5),
            UpdateRule.CrossEntropy => (SetProbabilityGradients(features, targets, scale), 1.0),
            _ => (SetClassicUpdates(features, targets, scale), 0.5),
        };
        _optimizer.Step(rates);
        return Floats(loss)[0] * share;
    }

    /// <returns>The batch's sum of <c>sum (t - o)^2</c>.</returns>
    private Tensor SetGradients(Tensor features, Tensor targets, Tensor scale)
    {
        Floats(scale)[0] = 0.5f / features.shape[0];
        _module.zero_grad();
        var error = targets - _module.call(features);
        var squaredError = (error * error).sum();
        (squaredError * scale).backward();
        return squaredError;
    }

    /// <returns>The batch's sum of <c>-sum t log p</c>.</returns>
    private Tensor SetProbabilityGradients(Tensor features, Tensor targets, Tensor scale)
    {
        Floats(scale)[0] = 1f / features.shape[0];
        _module.zero_grad();
        var crossEntropy = nn.functional.cross_entropy(_module.Sums(features), targets, reduction: nn.Reduction.Sum);
        (crossEntropy * scale).backward();
        return crossEntropy;
    }

    private Tensor SetClassicUpdates(Tensor features, Tensor targets, Tensor scale)
    {
        using var withoutAutograd = no_grad();
        var hidden = features.mm(_module.HiddenWeights.t()).sigmoid_();
        var output = hidden.mm(_module.OutputWeights.t()).sigmoid_();

        var outputError = targets - output;
        var hiddenError = outputError.mm(_module.OutputWeights);

        // s'(z) = s (1 - s), written as s - s s.
        var outputDelta = outputError * (output - (output * output));
        var hiddenDelta = hiddenError * (hidden - (hidden * hidden));

        // The optimizer subtracts the gradient, the rule adds its update; a batch takes the mean of its records'.
        Floats(scale)[0] = -1f / features.shape[0];
        _module.OutputWeights.grad = outputDelta.t().mm(hidden).mul_(scale);
        _module.HiddenWeights.grad = hiddenDelta.t().mm(features).mul_(scale);
        return (outputError * outputError).sum();
    }

    private static Span<float> Floats(Tensor tensor) => MemoryMarshal.Cast<byte, float>(tensor.bytes);
}
