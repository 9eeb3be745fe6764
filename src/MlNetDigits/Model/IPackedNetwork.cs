namespace MlNetDigits;

/// <summary>A network laid out for the vector kernels.</summary>
internal interface IPackedNetwork
{
    /// <summary>Lays a network out.</summary>
    /// <param name="network">The network.</param>
    /// <param name="width">The vectors to lay it out for; null for the widest of this processor.</param>
    static IPackedNetwork Create(NetworkWeights network, VectorWidth? width = null)
        => (width ?? VectorWidth.Widest).Dispatch(new Packing(network));

    /// <summary>How many floats <c>RunOne</c> needs to work in.</summary>
    int ScratchLength { get; }

    /// <summary>Scores one record.</summary>
    /// <param name="features">The record, <c>[Inputs]</c>.</param>
    /// <param name="scratch">Room to work in, <see cref="ScratchLength"/>.</param>
    /// <param name="results">Receives the values of the output nodes, <c>[Outputs]</c>.</param>
    /// <param name="values">Which values.</param>
    /// <returns>The outputs of the hidden nodes, <c>[HiddenNodes]</c>, somewhere in <paramref name="scratch"/>.</returns>
    ReadOnlySpan<float> RunOne(
        ReadOnlySpan<float> features, Span<float> scratch, Span<float> results, NodeValues values = NodeValues.Outputs);

    /// <summary>Scores one sparse record: what is not given is 0.</summary>
    /// <param name="indices">Which features, each in [0, Inputs).</param>
    /// <param name="features">Their values, as many.</param>
    /// <param name="scratch">Room to work in, <see cref="ScratchLength"/>.</param>
    /// <param name="results">Receives the values of the output nodes, <c>[Outputs]</c>.</param>
    /// <param name="values">Which values.</param>
    /// <returns>The outputs of the hidden nodes, <c>[HiddenNodes]</c>, somewhere in <paramref name="scratch"/>.</returns>
    ReadOnlySpan<float> RunOne(
        ReadOnlySpan<int> indices,
        ReadOnlySpan<float> features,
        Span<float> scratch,
        Span<float> results,
        NodeValues values = NodeValues.Outputs);

    /// <summary>Scores records.</summary>
    /// <param name="rows">The records, <c>[n, Inputs]</c>.</param>
    /// <param name="results">Receives the values of the output nodes, <c>[n, Outputs]</c>.</param>
    /// <param name="threads">How many threads share the work.</param>
    /// <param name="values">Which values.</param>
    void Run(ReadOnlySpan<float> rows, Span<float> results, int threads, NodeValues values = NodeValues.Outputs);

    private sealed record Packing(NetworkWeights Network) : IVectorWork<IPackedNetwork>
    {
        public IPackedNetwork Run<TFloats>()
            where TFloats : struct, IFloatMath<TFloats> => new PackedNetwork<TFloats>(Network);
    }
}
