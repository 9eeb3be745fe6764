using System.Runtime.InteropServices;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace MlNetDigits.Training;

/// <summary>
/// The reference engine: <c>torch.optim.SGD</c>, one step a batch. <see cref="UpdateRule.Gradient"/> goes through
/// automatic differentiation; <see cref="UpdateRule.Classic"/>, which is no gradient, sets the parameters' gradients
/// by hand before the step.
/// </summary>
internal sealed class TorchEngine : ITrainingEngine
{
    private readonly SigmoidModule _module;
    private readonly SigmoidNetworkOptions _options;
    private readonly SGD _optimizer;

    public TorchEngine(SigmoidModule module, SigmoidNetworkOptions options)
    {
        (_module, _options) = (module, options);
        _optimizer = optim.SGD(module.parameters(), options.LearningRate);
    }

    /// <inheritdoc/>
    public EpochOutcome TrainEpoch(TrainingRecords records, ReadOnlySpan<int> order, Func<int, bool> goOn)
    {
        var batchSize = Math.Min(_options.BatchSize, order.Length);
        using var features = empty(batchSize, records.Features, dtype: ScalarType.Float32);
        using var targets = empty(batchSize, records.Classes, dtype: ScalarType.Float32);
        var errorSum = 0.0;
        var done = 0;
        while (done < order.Length)
        {
            var batch = order.Slice(done, Math.Min(batchSize, order.Length - done));
            Fill(features, targets, records, batch);

            // Everything that a step makes in native memory ends with the step; the garbage collector does not see it.
            using (NewDisposeScope())
                errorSum += Step(features.narrow(0, 0, batch.Length), targets.narrow(0, 0, batch.Length));

            done += batch.Length;
            if (!goOn(done))
                break;
        }

        return new EpochOutcome(done, errorSum);
    }

    /// <inheritdoc/>
    public void Dispose() => _optimizer.Dispose();

    private void Fill(Tensor features, Tensor targets, TrainingRecords records, ReadOnlySpan<int> batch)
    {
        var featureRows = MemoryMarshal.Cast<byte, float>(features.bytes);
        var targetRows = MemoryMarshal.Cast<byte, float>(targets.bytes);
        targetRows.Fill(_options.Targets.Low);
        for (var row = 0; row < batch.Length; row++)
        {
            records.CopyFeatures(batch[row], featureRows.Slice(row * records.Features, records.Features));
            targetRows[(row * records.Classes) + records.Label(batch[row])] = _options.Targets.High;
        }
    }

    private double Step(Tensor features, Tensor targets)
    {
        using var error = _options.UpdateRule == UpdateRule.Gradient
            ? SetGradients(features, targets)
            : SetClassicUpdates(features, targets);
        _optimizer.step();
        return error.ToDouble();
    }

    private Tensor SetGradients(Tensor features, Tensor targets)
    {
        _optimizer.zero_grad();
        var error = (targets - _module.forward(features)).square().sum() * 0.5;
        (error / features.shape[0]).backward();
        return error;
    }

    private Tensor SetClassicUpdates(Tensor features, Tensor targets)
    {
        using var withoutAutograd = no_grad();
        var hidden = features.mm(_module.HiddenWeights.t()).sigmoid_();
        var output = hidden.mm(_module.OutputWeights.t()).sigmoid_();

        var outputError = targets - output;
        var hiddenError = outputError.mm(_module.OutputWeights);
        var outputDelta = outputError * output * (1 - output);
        var hiddenDelta = hiddenError * hidden * (1 - hidden);

        // The optimizer subtracts the gradient, the rule adds its update; a batch takes the mean of its records'.
        var scale = -1.0 / features.shape[0];
        _module.OutputWeights.grad = outputDelta.t().mm(hidden).mul_(scale);
        _module.HiddenWeights.grad = hiddenDelta.t().mm(features).mul_(scale);
        return outputError.square().sum() * 0.5;
    }
}
