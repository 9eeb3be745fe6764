namespace MlNetDigits;

/// <summary>How a network is looked into.</summary>
public sealed record InspectionOptions
{
    /// <summary>The most ranges of a histogram of weights, at least 2; 60 by default.</summary>
    public int WeightBins { get; init; } = 60;

    /// <summary>The ranges of a histogram of outputs, which share [0, 1] evenly, at least 1; 20 by default.</summary>
    public int ActivityBins { get; init; } = 20;

    /// <summary>Below this output a node is saturated, in [0, 1]; 0.05 by default.</summary>
    public double SaturatedBelow { get; init; } = 0.05;

    /// <summary>Above this output a node is saturated, in [0, 1]; 0.95 by default.</summary>
    public double SaturatedAbove { get; init; } = 0.95;

    /// <summary>
    /// The share of the records on which a node has to be saturated to count as a saturated node, in [0, 1]; 0.95 by
    /// default.
    /// </summary>
    public double SaturatedShare { get; init; } = 0.95;

    /// <summary>A node whose output's standard deviation is below this is constant; 0.01 by default.</summary>
    public double ConstantDeviation { get; init; } = 0.01;

    /// <summary>Everything that is wrong with the options, a sentence each; empty if they can be used.</summary>
    /// <returns>The sentences.</returns>
    public IReadOnlyList<string> FindProblems()
    {
        IEnumerable<(bool IsWrong, string Problem)> checks =
        [
            (WeightBins < 2, $"{nameof(WeightBins)} must be at least 2, not {WeightBins}."),
            (ActivityBins < 1, $"{nameof(ActivityBins)} must be at least 1, not {ActivityBins}."),
            (!IsShare(SaturatedBelow), $"{nameof(SaturatedBelow)} must be in [0, 1]."),
            (!IsShare(SaturatedAbove), $"{nameof(SaturatedAbove)} must be in [0, 1]."),
            (SaturatedBelow > SaturatedAbove, $"{nameof(SaturatedBelow)} must not be above {nameof(SaturatedAbove)}."),
            (!IsShare(SaturatedShare), $"{nameof(SaturatedShare)} must be in [0, 1]."),
            (!(ConstantDeviation >= 0), $"{nameof(ConstantDeviation)} must be at least 0."),
        ];
        return [.. checks.Where(check => check.IsWrong).Select(check => check.Problem)];
    }

    private static bool IsShare(double value) => value is >= 0 and <= 1;
}
