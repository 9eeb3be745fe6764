namespace MlNetDigits.Cli.Predict;

/// <summary>Where a right answer came from.</summary>
internal enum Truth
{
    /// <summary>The picture's name.</summary>
    Name,

    /// <summary>The name of its folder.</summary>
    Folder,

    /// <summary>The file of rows that it is in, or the labels beside that.</summary>
    Data,
}
