namespace MlNetDigits.Cli.Data;

/// <summary>What a data set is turned into.</summary>
internal enum ConvertFormat
{
    /// <summary>One line a digit.</summary>
    Csv,

    /// <summary>MNIST's own format, two files.</summary>
    Idx,

    /// <summary>A folder with a picture a digit.</summary>
    Png,
}
