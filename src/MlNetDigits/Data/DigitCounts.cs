using System.Collections.Immutable;

namespace MlNetDigits;

/// <summary>How many digits there are.</summary>
/// <param name="Rows">All of them.</param>
/// <param name="PerClass">Ten numbers, of the zeros first; they sum to <paramref name="Rows"/>.</param>
public sealed record DigitCounts(int Rows, ImmutableArray<int> PerClass)
{
    /// <summary>Counts digits.</summary>
    /// <param name="labels">The labels, each 0 to 9.</param>
    /// <returns>The counts.</returns>
    /// <exception cref="ArgumentException">A label is above 9.</exception>
    public static DigitCounts Of(IEnumerable<byte> labels)
    {
        ArgumentNullException.ThrowIfNull(labels);
        var perClass = new int[DigitFormat.Classes];
        foreach (var label in labels)
        {
            if (label >= DigitFormat.Classes)
                throw new ArgumentException($"A label is {label}, but labels go from 0 to 9.", nameof(labels));
            checked { perClass[label]++; }
        }

        return new DigitCounts(perClass.Sum(), [.. perClass]);
    }
}
