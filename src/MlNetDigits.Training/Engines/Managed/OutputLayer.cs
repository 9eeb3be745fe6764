using System.Runtime.CompilerServices;

namespace MlNetDigits.Training;

/// <summary>
/// What is done record by record: the sigmoid of the hidden layer, the output layer, its update, and the deltas of the
/// hidden layer. Rows of W2 are filled up with zeros to whole vectors.
/// </summary>
internal sealed unsafe class OutputLayer<TFloats> : IDisposable
    where TFloats : struct, IFloatMath<TFloats>
{
    private readonly bool _isGradient;
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
        (_isGradient, _hidden, _outputs) = (options.UpdateRule == UpdateRule.Gradient, hidden, outputs);
        (Stride, Room) = (WholeVectors(hidden), WholeVectors(outputs));
        _weights = new AlignedFloats((long)outputs * Stride);
        _isHidden = new AlignedFloats(Stride);
        _isOutput = new AlignedFloats(Room);
        _isHidden.Span(0, hidden).Fill(1f);
        _isOutput.Span(0, outputs).Fill(1f);
        _targets = new ClassTargets(outputs, Room, options.Targets);
        _work = new OutputWork(Room);
    }

    /// <summary>The number of hidden nodes, filled up to whole vectors.</summary>
    public int Stride { get; }

    /// <summary>The number of outputs, filled up to whole vectors.</summary>
    public int Room { get; }

    /// <summary>Takes W2, row-major <c>[outputs, hidden]</c>.</summary>
    public void Pack(ReadOnlySpan<float> weights)
    {
        for (var output = 0; output < _outputs; output++)
            weights.Slice(output * _hidden, _hidden).CopyTo(_weights.Span((long)output * Stride, _hidden));
    }

    /// <summary>Gives W2 back, row-major <c>[outputs, hidden]</c>.</summary>
    public void Unpack(Span<float> weights)
    {
        for (var output = 0; output < _outputs; output++)
            _weights.Span((long)output * Stride, _hidden).CopyTo(weights.Slice(output * _hidden, _hidden));
    }

    /// <summary>What the outputs are trained towards for a class, <c>[Room]</c>.</summary>
    public float* Targets(int label) => _targets.Of(label);

    /// <summary>Learns from one record.</summary>
    /// <param name="z">The sums at the hidden nodes, <c>[Stride]</c>; replaced by their sigmoids.</param>
    /// <param name="targets">What the outputs are trained towards, <c>[Room]</c>.</param>
    /// <param name="rate">The learning rate.</param>
    /// <param name="deltas">Receives the rate times the deltas of the hidden nodes, <c>[Stride]</c>.</param>
    /// <returns><c>1/2 sum (t - o)^2</c> before the update.</returns>
    public double Learn(float* z, float* targets, float rate, float* deltas)
    {
        Score(z, _work);
        var error = Compare(targets, rate, _work);
        BackKernel<TFloats>.RunAndLearn(
            _weights.Pointer, Stride, _outputs, z, _work.Back.Pointer, _work.Steps.Pointer, rate, deltas);
        return error;
    }

    /// <summary>Learns nothing yet from a record of a batch; its values and steps are to be <see cref="Add"/>ed later.</summary>
    /// <param name="z">The sums at the hidden nodes, <c>[Stride]</c>; replaced by their sigmoids.</param>
    /// <param name="targets">What the outputs are trained towards, <c>[Room]</c>.</param>
    /// <param name="rate">The learning rate, divided by the number of records of the batch.</param>
    /// <param name="deltas">Receives the rate times the deltas of the hidden nodes, <c>[Stride]</c>.</param>
    /// <param name="work">Room to work in; afterwards it has the steps.</param>
    /// <returns><c>1/2 sum (t - o)^2</c> before the update.</returns>
    public double Compare(float* z, float* targets, float rate, float* deltas, OutputWork work)
    {
        Score(z, work);
        var error = Compare(targets, rate, work);
        BackKernel<TFloats>.Run(_weights.Pointer, Stride, _outputs, z, work.Back.Pointer, rate, deltas);
        return error;
    }

    /// <summary><c>W2[output] += sum of steps[r] h[r]</c> over some records, at some hidden nodes.</summary>
    /// <param name="output">The output.</param>
    /// <param name="first">The first of the hidden nodes.</param>
    /// <param name="width">How many: whole vectors.</param>
    /// <param name="steps">The records' steps, <c>[count]</c>.</param>
    /// <param name="hidden">The records' values h, <c>[count, Stride]</c>.</param>
    /// <param name="count">The number of records.</param>
    public void Add(int output, int first, int width, float* steps, float* hidden, int count)
        => RowKernel<TFloats>.AddRows(
            _weights.Pointer + ((nint)output * Stride) + first, width, steps, hidden + first, Stride, count);

    /// <summary>Scores one record.</summary>
    /// <param name="z">The sums at the hidden nodes, <c>[Stride]</c>; replaced by their sigmoids.</param>
    /// <returns>The outputs, <c>[outputs]</c>; valid until the next call of this layer.</returns>
    public ReadOnlySpan<float> Score(float* z)
    {
        Score(z, _work);
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

    /// <summary>From the sums at the hidden nodes to their values and those of the outputs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Score(float* z, OutputWork work)
    {
        var last = Stride - TFloats.Width;
        for (var node = 0; node < last; node += TFloats.Width)
            Sigmoid<TFloats>.Of(TFloats.Load(z + node)).Store(z + node);
        (Sigmoid<TFloats>.Of(TFloats.Load(z + last)) * TFloats.Load(_isHidden.Pointer + last)).Store(z + last);

        var scores = work.Scores.Pointer;
        DotsKernel<TFloats>.Run(_weights.Pointer, Stride, _outputs, z, scores);
        SigmoidKernel<TFloats>.Apply(scores, Room);
    }

    /// <summary>From the outputs to what goes back to the hidden nodes, and what the outputs' own weights change by.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double Compare(float* targets, float rate, OutputWork work)
    {
        var (squares, minusOne) = (TFloats.Zero, TFloats.Create(-1f));
        for (var output = 0; output < Room; output += TFloats.Width)
        {
            var score = TFloats.Load(work.Scores.Pointer + output);
            var error = TFloats.MultiplyAdd(score, minusOne, TFloats.Load(targets + output)) * TFloats.Load(_isOutput.Pointer + output);
            var delta = error * Sigmoid<TFloats>.Slope(score);
            (_isGradient ? delta : error).Store(work.Back.Pointer + output);
            (delta * TFloats.Create(rate)).Store(work.Steps.Pointer + output);
            squares.AddProduct(error, error);
        }

        return TFloats.Sum(squares) / 2.0;
    }
}
