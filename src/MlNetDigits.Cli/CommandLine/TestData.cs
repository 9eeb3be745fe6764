namespace MlNetDigits.Cli.CommandLine;

/// <summary>Finds what a verb that trains measures on in the end.</summary>
internal static class TestData
{
    /// <summary>The data that was named, or the test part of the folder that is learned from; null if it has none.</summary>
    /// <param name="data">A file or folder to learn from.</param>
    /// <param name="test">A file or folder to measure on; null if none was named.</param>
    /// <exception cref="InvalidInputException">Data is not there.</exception>
    public static DigitSource? Find(string data, string? test) => test is not null
        ? DigitSource.Resolve(test, DigitPart.Test)
        : DigitSource.FolderHas(data, DigitPart.Test) ? DigitSource.Resolve(data, DigitPart.Test)
        : null;
}
