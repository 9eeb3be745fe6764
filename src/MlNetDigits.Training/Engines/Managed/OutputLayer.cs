using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace MlNetDigits.Training;

/// <summary>
/// What is done record by record: the sigmoid of the hidden layer, the output layer, its update, and the deltas of the
/// hidden layer. Rows of W2 are filled up with zeros to whole vectors.
/// </summary>
internal sealed unsafe class OutputLayer<TFloats> : IDisposable
    where TFloats : struct, IFloatMath<TFloats>
{
    private readonly UpdateRule _rule;
    private readonly int _hidden;
    private readonly int _outputs;
    private readonly AlignedFloats _weights;

    // 1 for nodes, 0 for what only fills up and must stay out of everything: s(0) is 1/2.
    private readonly AlignedFloats _isHidden;
    private readonly AlignedFloats _isOutput;
    private readonly ClassTargets _targets;
    private readonly OutputWork _work;

    /// <summary>Makes a layer.</summary>
    /// <param name="options">The rule and the targets.</param>
    /// <param name="hidden">The number of hidden nodes.</param>
    /// <param name="outputs">The number of outputs.</param>
    public OutputLayer(SigmoidNetworkOptions options, int hidden, int outputs)
    {
        (_rule, _hidden, _outputs) = (options.UpdateRule, hidden, outputs);
        (Stride, Room) = (WholeVectors(hidden), WholeVectors(outputs));
        _weights = new AlignedFloats((long)outputs * Stride);
        _isHidden = new AlignedFloats(Stride);
        _isOutput = new AlignedFloats(Room);
        _isHidden.Span(0, hidden).Fill(1f);
        _isOutput.Span(0, outputs).Fill(1f);
        _targets = new ClassTargets(outputs, Room, options.UsedTargets);
        _work = new OutputWork(Room);
    }

    /// <summary>The number of hidden nodes, filled up to whole vectors.</summary>
    public int Stride { get; }

    /// <summary>The number of outputs, filled up to whole vectors.</summary>
    public int Room { get; }

    /// <summary>Takes W2, row-major <c>[outputs, hidden]</c>.</summary>
    public void Pack(ReadOnlySpan<float> weights) => Pack(weights, Weights);

    /// <summary>Lays numbers out as W2 is: one for each of its weights.</summary>
    public void Pack(ReadOnlySpan<float> numbers, float* rows)
    {
        for (var output = 0; output < _outputs; output++)
            numbers.Slice(output * _hidden, _hidden).CopyTo(new Span<float>(rows + ((nint)output * Stride), _hidden));
    }

    /// <summary>Gives W2 back, row-major <c>[outputs, hidden]</c>.</summary>
    public void Unpack(Span<float> weights) => Unpack(Weights, weights);

    /// <summary>Gives numbers back that are laid out as W2 is.</summary>
    public void Unpack(float* rows, Span<float> numbers)
    {
        for (var output = 0; output < _outputs; output++)
            new Span<float>(rows + ((nint)output * Stride), _hidden).CopyTo(numbers.Slice(output * _hidden, _hidden));
    }

    /// <summary>What the outputs are trained towards for a class, <c>[Room]</c>.</summary>
    public float* Targets(int label) => _targets.Of(label);

    /// <summary>W2 as the kernels have it, <c>[outputs, Stride]</c>.</summary>
    public float* Weights => _weights.Pointer;

    /// <summary>The number of weights, with what fills up.</summary>
    public long Length => _weights.Length;

    /// <summary>Learns from one record.</summary>
    /// <param name="z">The sums at the hidden nodes, <c>[Stride]</c>; replaced by their sigmoids.</param>
    /// <param name="targets">What the outputs are trained towards, <c>[Room]</c>.</param>
    /// <param name="rates">The learning rates.</param>
    /// <param name="deltas">Receives the rate times the deltas of the hidden nodes, <c>[Stride]</c>.</param>
    /// <returns>The loss before the update.</returns>
    public double Learn(float* z, float* targets, LayerRates rates, float* deltas)
    {
        Sum(z, _work);
        var loss = Compare(targets, rates.Output, _work);
        BackKernel<TFloats>.RunAndLearn(
            _weights.Pointer, Stride, _outputs, z, _work.Back.Pointer, _work.Steps.Pointer, rates.Hidden, deltas);
        return loss;
    }

    /// <summary>Learns nothing yet from a record of a batch; its values and steps are to be added later.</summary>
    /// <param name="z">The sums at the hidden nodes, <c>[Stride]</c>; replaced by their sigmoids.</param>
    /// <param name="targets">What the outputs are trained towards, <c>[Room]</c>.</param>
    /// <param name="rates">The learning rates, divided by the number of records of the batch.</param>
    /// <param name="deltas">Receives the rate times the deltas of the hidden nodes, <c>[Stride]</c>.</param>
    /// <param name="work">Room to work in; afterwards it has the steps.</param>
    /// <returns>The loss before the update.</returns>
    public double Compare(float* z, float* targets, LayerRates rates, float* deltas, OutputWork work)
    {
        Sum(z, work);
        var loss = Compare(targets, rates.Output, work);
        BackKernel<TFloats>.Run(_weights.Pointer, Stride, _outputs, z, work.Back.Pointer, rates.Hidden, deltas);
        return loss;
    }

    /// <summary>Scores one record.</summary>
    /// <param name="z">The sums at the hidden nodes, <c>[Stride]</c>; replaced by their sigmoids.</param>
    /// <returns>The outputs, <c>[outputs]</c>; valid until the next call of this layer.</returns>
    public ReadOnlySpan<float> Score(float* z)
    {
        Sum(z, _work);
        SigmoidKernel<TFloats>.Apply(_work.Scores.Pointer, Room);
        return _work.Scores.Span(0, _outputs);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _weights.Dispose();
        _isHidden.Dispose();
        _isOutput.Dispose();
        _targets.Dispose();
        _work.Dispose();
    }

    private static int WholeVectors(int count) => (count + TFloats.Width - 1) / TFloats.Width * TFloats.Width;

    /// <summary>From the sums at the hidden nodes to their values and the sums at the outputs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Sum(float* z, OutputWork work)
    {
        var last = Stride - TFloats.Width;
        for (var node = 0; node < last; node += TFloats.Width)
            Sigmoid<TFloats>.Of(TFloats.Load(z + node)).Store(z + node);
        (Sigmoid<TFloats>.Of(TFloats.Load(z + last)) * TFloats.Load(_isHidden.Pointer + last)).Store(z + last);
        DotsKernel<TFloats>.Run(_weights.Pointer, Stride, _outputs, z, work.Scores.Pointer);
    }

    /// <summary>From the sums at the outputs to what goes back to the hidden nodes, and what the outputs' own weights change by.</summary>
    private double Compare(float* targets, float rate, OutputWork work)
        => _rule == UpdateRule.CrossEntropy ? CompareProbabilities(targets, rate, work) : CompareSigmoids(targets, rate, work);

    /// <returns><c>1/2 sum (t - o)^2</c>.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double CompareSigmoids(float* targets, float rate, OutputWork work)
    {
        var isGradient = _rule == UpdateRule.Gradient;
        var (squares, minusOne) = (TFloats.Zero, TFloats.Create(-1f));
        for (var output = 0; output < Room; output += TFloats.Width)
        {
            var score = Sigmoid<TFloats>.Of(TFloats.Load(work.Scores.Pointer + output));
            var error = TFloats.MultiplyAdd(score, minusOne, TFloats.Load(targets + output)) * TFloats.Load(_isOutput.Pointer + output);
            var delta = error * Sigmoid<TFloats>.Slope(score);
            (isGradient ? delta : error).Store(work.Back.Pointer + output);
            (delta * TFloats.Create(rate)).Store(work.Steps.Pointer + output);
            squares.AddProduct(error, error);
        }

        return TFloats.Sum(squares) / 2.0;
    }

    /// <returns><c>-sum t log p</c>, with <c>log p = z - max - log sum exp(z - max)</c>.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double CompareProbabilities(float* targets, float rate, OutputWork work)
    {
        var sums = work.Scores.Pointer;
        var max = TensorPrimitives.Max(new ReadOnlySpan<float>(sums, _outputs));
        var (total, target, product, minusMax) = (TFloats.Zero, TFloats.Zero, TFloats.Zero, TFloats.Create(-max));
        for (var output = 0; output < Room; output += TFloats.Width)
        {
            var isOutput = TFloats.Load(_isOutput.Pointer + output);
            var above = (TFloats.Load(sums + output) + minusMax) * isOutput;
            var wanted = TFloats.Load(targets + output) * isOutput;
            var power = Sigmoid<TFloats>.Exp(above) * isOutput;
            power.Store(work.Back.Pointer + output);
            total += power;
            target += wanted;
            product.AddProduct(wanted, above);
        }

        var sum = TFloats.Sum(total);
        var wantedSum = TFloats.Sum(target);
        var (minusPart, stepRate) = (TFloats.Create(-wantedSum / sum), TFloats.Create(rate));
        for (var output = 0; output < Room; output += TFloats.Width)
        {
            var wanted = TFloats.Load(targets + output) * TFloats.Load(_isOutput.Pointer + output);
            var error = TFloats.MultiplyAdd(TFloats.Load(work.Back.Pointer + output), minusPart, wanted);
            error.Store(work.Back.Pointer + output);
            (error * stepRate).Store(work.Steps.Pointer + output);
        }

        return (Math.Log(sum) * wantedSum) - TFloats.Sum(product);
    }
}
