namespace MlNetDigits.Cli.CommandLine;

/// <summary>Whether records can be held back from training, to measure on.</summary>
internal static class HeldBack
{
    /// <summary>Looks whether there are records enough.</summary>
    /// <param name="data">The data to learn from.</param>
    /// <param name="rows">Its rows.</param>
    /// <param name="fraction">The share to hold back; null for none.</param>
    /// <exception cref="InvalidInputException">There are too few rows to have one on either side.</exception>
    public static void Check(DigitSource data, int rows, double? fraction)
    {
        if (fraction is not null && rows < 2)
            throw new InvalidInputException(data.Files[0], "has one row only, so none can be held back with --validation; add rows, or leave --validation out");
    }
}
