using System.Numerics.Tensors;

namespace MlNetDigits;

/// <summary>The arithmetic of asking the network: two matrix-vector products, a sigmoid after each.</summary>
internal static class ForwardPass
{
    /// <summary>Scores one dense record.</summary>
    /// <param name="network">The network.</param>
    /// <param name="features">The record, <c>[Inputs]</c>.</param>
    /// <param name="hidden">Receives the values of the hidden nodes, <c>[HiddenNodes]</c>.</param>
    /// <param name="scores">Receives the outputs, <c>[Outputs]</c>.</param>
    public static void Run(NetworkWeights network, ReadOnlySpan<float> features, Span<float> hidden, Span<float> scores)
    {
        MultiplyRows(network.HiddenWeights.Span, features, hidden);
        TensorPrimitives.Sigmoid(hidden, hidden);
        RunOutputLayer(network, hidden, scores);
    }

    /// <summary>Scores one sparse record: <paramref name="values"/> stand at <paramref name="indices"/>, the rest is 0.</summary>
    /// <param name="network">The network.</param>
    /// <param name="indices">The features that are not zero, each in [0, Inputs).</param>
    /// <param name="values">Their values, as many.</param>
    /// <param name="hidden">Receives the values of the hidden nodes, <c>[HiddenNodes]</c>.</param>
    /// <param name="scores">Receives the outputs, <c>[Outputs]</c>.</param>
    public static void Run(
        NetworkWeights network,
        ReadOnlySpan<int> indices,
        ReadOnlySpan<float> values,
        Span<float> hidden,
        Span<float> scores)
    {
        var weights = network.HiddenWeights.Span;
        for (var row = 0; row < hidden.Length; row++)
        {
            var weightsOfNode = weights.Slice(row * network.Inputs, network.Inputs);
            var sum = 0f;
            for (var i = 0; i < indices.Length; i++)
                sum += weightsOfNode[indices[i]] * values[i];
            hidden[row] = sum;
        }

        TensorPrimitives.Sigmoid(hidden, hidden);
        RunOutputLayer(network, hidden, scores);
    }

    private static void RunOutputLayer(NetworkWeights network, ReadOnlySpan<float> hidden, Span<float> scores)
    {
        MultiplyRows(network.OutputWeights.Span, hidden, scores);
        TensorPrimitives.Sigmoid(scores, scores);
    }

    private static void MultiplyRows(ReadOnlySpan<float> matrix, ReadOnlySpan<float> vector, Span<float> result)
    {
        for (var row = 0; row < result.Length; row++)
            result[row] = TensorPrimitives.Dot(matrix.Slice(row * vector.Length, vector.Length), vector);
    }
}
