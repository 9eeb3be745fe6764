namespace MlNetDigits.Cli.Predict;

/// <summary>What a picture holds.</summary>
internal enum LayoutMode
{
    /// <summary>One digit or a page of several, as many as are found.</summary>
    Auto,

    /// <summary>One digit, to which all ink belongs.</summary>
    Digit,

    /// <summary>A page, even if there is but one digit on it.</summary>
    Page,
}
