namespace MlNetDigits;

/// <summary>What is wanted of the nodes of a layer.</summary>
internal enum NodeValues
{
    /// <summary>What they put out: the sigmoids of their sums.</summary>
    Outputs,

    /// <summary>The sums of their weighted inputs, on which the sigmoid is still to come.</summary>
    Sums,
}
