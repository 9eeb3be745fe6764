namespace MlNetDigits.Cli.Predict;

/// <summary>Why the digits in a name are not taken for the right answer.</summary>
internal enum UnusedWhy
{
    /// <summary>As many digits were not found.</summary>
    OtherCount,

    /// <summary>They rather number the pictures.</summary>
    RunningNumber,
}

/// <summary>Digits in the name of a picture or of its folder that are not taken for the right answer.</summary>
/// <param name="Text">The digits.</param>
/// <param name="Why">Why not.</param>
internal sealed record UnusedLabel(string Text, UnusedWhy Why);
