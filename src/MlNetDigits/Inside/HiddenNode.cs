using System.Collections.Immutable;

namespace MlNetDigits;

/// <summary>A hidden node by its weights.</summary>
/// <param name="Index">The node, from 0: its row in W1, its column in W2.</param>
/// <param name="Inputs">Its weights from the inputs, W1's row, in a few numbers.</param>
/// <param name="OutputWeights">Its weights to the outputs, W2's column, <c>[Outputs]</c>: above 0 it votes for a class,
/// below 0 against it.</param>
public sealed record HiddenNode(int Index, ValueSummary Inputs, ImmutableArray<float> OutputWeights)
{
    // Below half of its loudest vote, a node's opinion of a class is not what it is there for.
    private const float LoudShare = 0.5f;

    /// <summary>The square root of the sum of the squares of <see cref="OutputWeights"/>: how loud its votes are.</summary>
    public double OutputNorm => Math.Sqrt(OutputWeights.Sum(weight => (double)weight * weight));

    /// <summary>
    /// The classes that it votes for at least half as loudly as it votes at all, the loudest first; empty if it only
    /// votes against.
    /// </summary>
    public ImmutableArray<int> VotesFor => Votes(1);

    /// <summary>The same of the classes that it votes against.</summary>
    public ImmutableArray<int> VotesAgainst => Votes(-1);

    private ImmutableArray<int> Votes(int sign)
    {
        var loudest = OutputWeights.Max(Math.Abs);
        return
        [
            .. Enumerable.Range(0, OutputWeights.Length)
                .Where(output => sign * OutputWeights[output] > 0 && sign * OutputWeights[output] >= loudest * LoudShare)
                .OrderByDescending(output => sign * OutputWeights[output]),
        ];
    }
}
