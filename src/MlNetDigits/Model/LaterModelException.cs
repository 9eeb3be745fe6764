namespace MlNetDigits;

/// <summary>A model holds something that only a later version of MlNetDigits knows.</summary>
/// <param name="what">What it is, as "score normalization 9".</param>
internal sealed class LaterModelException(string what) : FormatException($"The model {ReasonOf(what)}.")
{
    /// <summary>Why it cannot be loaded and what to do, in words that follow its name.</summary>
    public string Reason { get; } = ReasonOf(what);

    private static string ReasonOf(string what)
        => $"was made by a later version of MlNetDigits: this version does not know {what}; update MlNetDigits to load it";
}
