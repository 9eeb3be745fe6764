namespace MlNetDigits.Tests.Support;

/// <summary>Compares weights to the last bit.</summary>
internal static class WeightBits
{
    /// <summary>The bits of all weights, W1 before W2.</summary>
    public static int[] Bits(this NetworkWeights weights)
        => [.. weights.HiddenWeights.ToArray().Concat(weights.OutputWeights.ToArray()).Select(BitConverter.SingleToInt32Bits)];
}
