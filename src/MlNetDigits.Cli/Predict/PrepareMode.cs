namespace MlNetDigits.Cli.Predict;

/// <summary>Which pictures are brought into the form of MNIST's before they are read.</summary>
internal enum PrepareMode
{
    /// <summary>All but those of 28 x 28 that are in that form already.</summary>
    Auto,

    /// <summary>All.</summary>
    Always,

    /// <summary>None: each is padded to a square and resized to 28 x 28, whatever is in it.</summary>
    Never,
}
