using System.Collections.Immutable;

namespace MlNetDigits;

/// <summary>How many digits there are.</summary>
/// <param name="Rows">All of them.</param>
/// <param name="PerClass">A number for each class, in their order: ten of digits, of the zeros first. They sum to
/// <paramref name="Rows"/>.</param>
public sealed record DigitCounts(int Rows, ImmutableArray<int> PerClass)
{
    /// <summary>Counts digits.</summary>
    /// <param name="labels">The labels.</param>
    /// <param name="classes">The classes that they are of; null for the ten digits.</param>
    /// <returns>The counts.</returns>
    /// <exception cref="ArgumentException">A label is of no class.</exception>
    public static DigitCounts Of(IEnumerable<byte> labels, DigitClasses? classes = null)
    {
        ArgumentNullException.ThrowIfNull(labels);
        classes ??= DigitClasses.Digits;
        var perClass = new int[classes.Count];
        foreach (var label in labels)
        {
            if (classes.IndexOf(label) is not (>= 0 and var index))
                throw new ArgumentException($"A label is {label}, but {classes.Describe()}.", nameof(labels));
            checked { perClass[index]++; }
        }

        return new DigitCounts(perClass.Sum(), [.. perClass]);
    }
}
