namespace MlNetDigits.Benchmarks;

/// <summary>How many floating-point operations online learning from one record takes at least.</summary>
internal sealed record NetworkArithmetic(int Inputs, int Hidden, int Outputs)
{
    /// <summary>784-200-10.</summary>
    public static NetworkArithmetic Classic { get; } = new(DigitFormat.Pixels, 200, DigitFormat.Classes);

    /// <summary>
    /// A multiplication and an addition for each weight of the first layer forward and in the update, for each weight
    /// of the second also backward.
    /// </summary>
    /// <param name="share">The share of the inputs that have to be touched.</param>
    public double Operations(double share = 1)
        => (2.0 * 2 * Inputs * Hidden * share) + (2.0 * 3 * Hidden * Outputs);
}
