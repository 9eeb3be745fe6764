namespace MlNetDigits;

/// <summary>Which part of a data set is meant when a folder holds both.</summary>
public enum DigitPart
{
    /// <summary>The digits to learn from.</summary>
    Train,

    /// <summary>The digits that are kept back to see how well it was learnt.</summary>
    Test,
}
