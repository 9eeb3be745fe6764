using System.Runtime.CompilerServices;

namespace MlNetDigits.Training;

/// <summary>
/// What is done record by record: the sigmoid of the hidden layer, the output layer, its update, and the deltas of the
/// hidden layer. Rows of W2 are filled up with zeros to whole vectors.
/// </summary>
internal sealed unsafe class OutputLayer<TFloats> : IDisposable
    where TFloats : struct, IFloatMath<TFloats>
{
    private readonly SigmoidNetworkOptions _options;
    private readonly int _hidden;
    private readonly int _stride;
    private readonly int _outputs;
    private readonly AlignedFloats _weights;
    private readonly AlignedFloats? _update;
    private readonly AlignedFloats _scores;

    // For each output, what goes back to the hidden nodes and what its own weights change by.
    private readonly AlignedFloats _back;
    private readonly AlignedFloats _step;

    public OutputLayer(SigmoidNetworkOptions options, int hidden, int outputs)
    {
        (_options, _hidden, _outputs) = (options, hidden, outputs);
        _stride = (hidden + TFloats.Width - 1) / TFloats.Width * TFloats.Width;
        var paddedOutputs = (outputs + TFloats.Width - 1) / TFloats.Width * TFloats.Width;
        _weights = new AlignedFloats((long)outputs * _stride);
        _update = options.BatchSize > 1 ? new AlignedFloats((long)outputs * _stride) : null;
        _scores = new AlignedFloats(paddedOutputs);
        _back = new AlignedFloats(paddedOutputs);
        _step = new AlignedFloats(paddedOutputs);
    }

    /// <summary>Takes W2, row-major <c>[outputs, hidden]</c>.</summary>
    public void Pack(ReadOnlySpan<float> weights)
    {
        for (var output = 0; output < _outputs; output++)
            weights.Slice(output * _hidden, _hidden).CopyTo(_weights.Span((long)output * _stride, _hidden));
    }

    /// <summary>Gives W2 back, row-major <c>[outputs, hidden]</c>.</summary>
    public void Unpack(Span<float> weights)
    {
        for (var output = 0; output < _outputs; output++)
            _weights.Span((long)output * _stride, _hidden).CopyTo(weights.Slice(output * _hidden, _hidden));
    }

    /// <summary>Learns from one record of a class; in a batch, notes what is to be learned.</summary>
    /// <param name="z">The sums at the hidden nodes, <c>[padded hidden]</c>; replaced by their sigmoids.</param>
    /// <param name="label">The class.</param>
    /// <param name="rate">The learning rate, divided by the number of records of the batch.</param>
    /// <param name="deltas">Receives the rate times the deltas of the hidden nodes, <c>[padded hidden]</c>.</param>
    /// <returns><c>1/2 sum (t - o)^2</c> before the update.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Learn(float* z, int label, float rate, float* deltas)
        => LearnTowards(z, new OneHotTargets(label, _options.Targets), rate, deltas);

    /// <summary>Learns from one record whose targets are given one by one.</summary>
    /// <param name="z">The sums at the hidden nodes, <c>[padded hidden]</c>; replaced by their sigmoids.</param>
    /// <param name="targets">What each output is trained towards, <c>[outputs]</c>.</param>
    /// <param name="rate">The learning rate.</param>
    /// <param name="deltas">Receives the rate times the deltas of the hidden nodes, <c>[padded hidden]</c>.</param>
    /// <returns><c>1/2 sum (t - o)^2</c> before the update.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Learn(float* z, float* targets, float rate, float* deltas)
        => LearnTowards(z, new GivenTargets(targets), rate, deltas);

    /// <summary>Scores one record.</summary>
    /// <param name="z">The sums at the hidden nodes, <c>[padded hidden]</c>; replaced by their sigmoids.</param>
    /// <returns>The outputs, <c>[outputs]</c>; valid until the next call of this layer.</returns>
    public ReadOnlySpan<float> Score(float* z)
    {
        ActivateHidden(z);
        ScoreHidden(z);
        return _scores.Span(0, _outputs);
    }

    /// <summary>At the end of a batch: adds what was noted.</summary>
    public void EndBatch()
    {
        if (_update is null)
            return;
        for (var i = 0L; i < _weights.Length; i += TFloats.Width)
        {
            (TFloats.Load(_weights.Pointer + i) + TFloats.Load(_update.Pointer + i)).Store(_weights.Pointer + i);
            TFloats.Zero.Store(_update.Pointer + i);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _weights.Dispose();
        _update?.Dispose();
        _scores.Dispose();
        _back.Dispose();
        _step.Dispose();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double LearnTowards<TTargets>(float* z, TTargets targets, float rate, float* deltas)
        where TTargets : struct, IOutputTargets
    {
        ActivateHidden(z);
        ScoreHidden(z);
        var error = Compare(targets, rate);
        var updated = _update is null ? _weights.Pointer : _update.Pointer;
        var rateVector = TFloats.Create(rate);
        for (var node = 0; node < _stride; node += TFloats.Width)
        {
            var hidden = TFloats.Load(z + node);
            var hiddenError = TFloats.Zero;
            for (var output = 0; output < _outputs; output++)
            {
                var weights = _weights.Pointer + ((nint)output * _stride) + node;
                var target = updated + ((nint)output * _stride) + node;
                hiddenError.AddProduct(TFloats.Load(weights), _back.Pointer[output]);
                var updatedWeights = TFloats.Load(target);
                updatedWeights.AddProduct(hidden, _step.Pointer[output]);
                updatedWeights.Store(target);
            }

            (hiddenError * Sigmoid<TFloats>.Slope(hidden) * rateVector).Store(deltas + node);
        }

        return error;
    }

    /// <summary>From the sums at the hidden nodes to their values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ActivateHidden(float* z)
    {
        for (var node = 0; node < _stride; node += TFloats.Width)
            Sigmoid<TFloats>.Of(TFloats.Load(z + node)).Store(z + node);

        // The nodes that only fill up must stay out of everything: s(0) is 1/2, not 0.
        for (var node = _hidden; node < _stride; node++)
            z[node] = 0;
    }

    /// <summary>From the values of the hidden nodes to the outputs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ScoreHidden(float* hidden)
    {
        var scores = _scores.Pointer;
        for (var output = 0; output < _outputs; output++)
        {
            var weights = _weights.Pointer + ((nint)output * _stride);
            var sum = TFloats.Zero;
            for (var node = 0; node < _stride; node += TFloats.Width)
                sum.AddProduct(TFloats.Load(weights + node), TFloats.Load(hidden + node));
            scores[output] = TFloats.Sum(sum);
        }

        for (var output = 0; output < _outputs; output += TFloats.Width)
            Sigmoid<TFloats>.Of(TFloats.Load(scores + output)).Store(scores + output);
    }

    /// <summary>From the outputs to what goes back to the hidden nodes, and what the outputs' own weights change by.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double Compare<TTargets>(TTargets targets, float rate)
        where TTargets : struct, IOutputTargets
    {
        var errorSum = 0.0;
        var isGradient = _options.UpdateRule == UpdateRule.Gradient;
        for (var output = 0; output < _outputs; output++)
        {
            var score = _scores.Pointer[output];
            var error = targets.Of(output) - score;
            var delta = error * (score - (score * score));
            _back.Pointer[output] = isGradient ? delta : error;
            _step.Pointer[output] = rate * delta;
            errorSum += (double)error * error;
        }

        return errorSum / 2;
    }
}
