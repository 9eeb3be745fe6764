namespace MlNetDigits.Training;

/// <summary>Draws the weights that training starts from.</summary>
internal static class WeightInitializer
{
    // Stream 0 of a seed; the epochs' orders take the streams from 1.
    private const int Stream = 0;

    /// <summary>Draws a network: W1 row by row, then W2.</summary>
    public static NetworkWeights Draw(
        int inputs, int hiddenNodes, int outputs, WeightInitialization initialization, int seed)
    {
        var random = SplitMix64.Create(seed, Stream);
        var hiddenWeights = DrawLayer(hiddenNodes, inputs, initialization, ref random);
        var outputWeights = DrawLayer(outputs, hiddenNodes, initialization, ref random);
        return NetworkWeights.Adopt(inputs, hiddenNodes, outputs, hiddenWeights, outputWeights);
    }

    private static float[] DrawLayer(int nodes, int fanIn, WeightInitialization initialization, ref SplitMix64 random)
    {
        var weights = new float[nodes * fanIn];
        var deviation = 1 / Math.Sqrt(fanIn);
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] = initialization == WeightInitialization.Normal
                ? (float)(random.NextNormal() * deviation)
                : (float)(random.NextDouble() - 0.5);
        }

        return weights;
    }
}
