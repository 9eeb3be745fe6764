namespace MlNetDigits;

/// <summary>What the cells of a confusion matrix say.</summary>
public enum ConfusionCells
{
    /// <summary>How many records.</summary>
    Counts,

    /// <summary>How many of a hundred records of the true class.</summary>
    RowPercentages,
}
