using System.Buffers;
using System.Runtime.CompilerServices;

namespace MlNetDigits;

/// <summary>
/// The weights of a three-layer sigmoid network without biases: everything that the network has learned.
/// Immutable, so it can be used from many threads at once.
/// </summary>
/// <remarks>
/// With <c>s(z) = 1 / (1 + exp(-z))</c> taken element by element, the network computes
/// <c>h = s(W1 x)</c> and <c>o = s(W2 h)</c>.
/// </remarks>
public sealed class NetworkWeights
{
    private const int LargestStackBuffer = 4096;

    private readonly float[] _hiddenWeights;
    private readonly float[] _outputWeights;
    private readonly Lazy<IPackedNetwork> _packed;

    /// <summary>Makes a network from copies of the given weights.</summary>
    /// <param name="inputs">The number of features of a record; at least 1.</param>
    /// <param name="hiddenNodes">The number of hidden nodes; at least 1.</param>
    /// <param name="outputs">The number of outputs, one a class; at least 1.</param>
    /// <param name="hiddenWeights">W1, row-major <c>[hiddenNodes, inputs]</c>, finite.</param>
    /// <param name="outputWeights">W2, row-major <c>[outputs, hiddenNodes]</c>, finite.</param>
    /// <exception cref="ArgumentException">A size is below 1, or a length or a value does not fit.</exception>
    public NetworkWeights(
        int inputs,
        int hiddenNodes,
        int outputs,
        ReadOnlySpan<float> hiddenWeights,
        ReadOnlySpan<float> outputWeights)
        : this(inputs, hiddenNodes, outputs, hiddenWeights.ToArray(), outputWeights.ToArray())
    {
    }

    private NetworkWeights(int inputs, int hiddenNodes, int outputs, float[] hiddenWeights, float[] outputWeights)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(inputs, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(hiddenNodes, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(outputs, 1);
        CheckLayer(hiddenWeights, hiddenNodes, inputs, nameof(hiddenWeights));
        CheckLayer(outputWeights, outputs, hiddenNodes, nameof(outputWeights));

        (Inputs, HiddenNodes, Outputs) = (inputs, hiddenNodes, outputs);
        (_hiddenWeights, _outputWeights) = (hiddenWeights, outputWeights);
        _packed = new Lazy<IPackedNetwork>(() => IPackedNetwork.Create(this));
    }

    /// <summary>The number of features of a record (784 for a digit image).</summary>
    public int Inputs { get; }

    /// <summary>The number of hidden nodes (200 in the classic digit network).</summary>
    public int HiddenNodes { get; }

    /// <summary>The number of outputs, one a class (10 for digits).</summary>
    public int Outputs { get; }

    /// <summary>W1, row-major <c>[HiddenNodes, Inputs]</c>.</summary>
    public ReadOnlyMemory<float> HiddenWeights => _hiddenWeights;

    /// <summary>W2, row-major <c>[Outputs, HiddenNodes]</c>.</summary>
    public ReadOnlyMemory<float> OutputWeights => _outputWeights;

    /// <summary>The three numbers above.</summary>
    internal NetworkSizes Sizes => new(Inputs, HiddenNodes, Outputs);

    /// <summary>The weights once more, laid out for the vector kernels; made when they are first used.</summary>
    internal IPackedNetwork Packed => _packed.Value;

    /// <summary>Asks the network about one record.</summary>
    /// <param name="features">The record, <c>[Inputs]</c>, scaled as in training.</param>
    /// <returns>The outputs of the network, <c>[Outputs]</c>, each in (0, 1); they do not sum to 1.</returns>
    /// <exception cref="ArgumentException">The length is not <see cref="Inputs"/>.</exception>
    public float[] Query(ReadOnlySpan<float> features)
    {
        var scores = new float[Outputs];
        Query(features, scores);
        return scores;
    }

    /// <summary>Asks the network about one record, without allocating.</summary>
    /// <param name="features">The record, <c>[Inputs]</c>, scaled as in training.</param>
    /// <param name="scores">Receives the outputs of the network, <c>[Outputs]</c>.</param>
    /// <exception cref="ArgumentException">A length is not <see cref="Inputs"/> or <see cref="Outputs"/>.</exception>
    public void Query(ReadOnlySpan<float> features, Span<float> scores)
        => RunOne(features, scores, NodeValues.Outputs, nameof(scores));

    /// <summary>
    /// Asks the network about many records: several times as fast as one by one, with scores that may differ from
    /// <see cref="Query(ReadOnlySpan{float}, Span{float})"/>'s in the last places.
    /// </summary>
    /// <param name="rows">The records, row-major <c>[n, Inputs]</c>, scaled as in training.</param>
    /// <param name="scores">Receives the outputs of the network, row-major <c>[n, Outputs]</c>.</param>
    /// <param name="threads">How many threads share the work, at least 1; 1 by default. The scores do not depend on it.</param>
    /// <exception cref="ArgumentException">The lengths are not of whole records, or not of equally many.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threads"/> is below 1.</exception>
    public void QueryMany(ReadOnlySpan<float> rows, Span<float> scores, int threads = 1)
        => RunMany(rows, scores, threads, NodeValues.Outputs, nameof(scores));

    /// <summary>
    /// The sums at the output nodes for one record, <c>W2 h</c>: the outputs are their sigmoids, which are all 0 or 1 to
    /// single precision where the sums are large.
    /// </summary>
    /// <param name="features">The record, <c>[Inputs]</c>, scaled as in training.</param>
    /// <param name="sums">Receives the sums, <c>[Outputs]</c>.</param>
    /// <exception cref="ArgumentException">A length is not <see cref="Inputs"/> or <see cref="Outputs"/>.</exception>
    internal void Sums(ReadOnlySpan<float> features, Span<float> sums)
        => RunOne(features, sums, NodeValues.Sums, nameof(sums));

    /// <summary>The sums at the output nodes for many records, as <see cref="QueryMany"/> gives the outputs.</summary>
    /// <param name="rows">The records, row-major <c>[n, Inputs]</c>, scaled as in training.</param>
    /// <param name="sums">Receives the sums, row-major <c>[n, Outputs]</c>.</param>
    /// <param name="threads">How many threads share the work, at least 1; the sums do not depend on it.</param>
    /// <exception cref="ArgumentException">The lengths are not of whole records, or not of equally many.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threads"/> is below 1.</exception>
    internal void SumsMany(ReadOnlySpan<float> rows, Span<float> sums, int threads = 1)
        => RunMany(rows, sums, threads, NodeValues.Sums, nameof(sums));

    /// <summary>Makes a network that owns the given arrays; nobody else may hold them.</summary>
    internal static NetworkWeights Adopt(
        int inputs, int hiddenNodes, int outputs, float[] hiddenWeights, float[] outputWeights)
        => new(inputs, hiddenNodes, outputs, hiddenWeights, outputWeights);

    [SkipLocalsInit]
    private void RunOne(ReadOnlySpan<float> features, Span<float> results, NodeValues values, string name)
    {
        if (features.Length != Inputs)
            throw new ArgumentException($"The network takes {Inputs} features, not {features.Length}.", nameof(features));
        if (results.Length != Outputs)
            throw new ArgumentException($"The network gives {Outputs} {name}, not {results.Length}.", name);

        var length = Packed.ScratchLength;
        float[]? rented = null;
        var scratch = length <= LargestStackBuffer
            ? stackalloc float[length]
            : (rented = ArrayPool<float>.Shared.Rent(length)).AsSpan(0, length);

        Packed.RunOne(features, scratch, results, values);

        if (rented is not null)
            ArrayPool<float>.Shared.Return(rented);
    }

    private void RunMany(ReadOnlySpan<float> rows, Span<float> results, int threads, NodeValues values, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        if (rows.Length % Inputs != 0)
            throw new ArgumentException($"{rows.Length} features are not whole records of {Inputs}.", nameof(rows));
        if ((long)rows.Length / Inputs * Outputs != results.Length)
            throw new ArgumentException($"{rows.Length / Inputs} records give {(long)rows.Length / Inputs * Outputs} {name}, not {results.Length}.", name);

        Packed.Run(rows, results, threads, values);
    }

    private static void CheckLayer(float[] weights, int rows, int columns, string name)
    {
        if (weights.LongLength != (long)rows * columns)
            throw new ArgumentException($"Expected {rows} x {columns} weights, found {weights.LongLength}.", name);
        var bad = weights.AsSpan().IndexOfAnyExceptInRange(float.MinValue, float.MaxValue);
        if (bad >= 0)
            throw new ArgumentException($"Weight {bad} is {weights[bad]}; weights must be finite.", name);
    }
}
