namespace MlNetDigits;

/// <summary>
/// A data or model file cannot be used as it is. The message is one sentence that says what is wrong, where, and what
/// to do about it.
/// </summary>
/// <param name="path">The file or folder.</param>
/// <param name="problem">What is wrong and what to do, starting in lower case, without a full stop.</param>
/// <param name="line">The line of a text file, counted from 1; null if the whole file is meant.</param>
/// <param name="innerException">The cause, if another exception told of the problem.</param>
public sealed class InvalidInputException(
    string path, string problem, long? line = null, Exception? innerException = null)
    : Exception(line is null ? $"{path}: {problem}." : $"{path}, line {line}: {problem}.", innerException)
{
    /// <summary>The file or folder.</summary>
    public string Path { get; } = path;

    /// <summary>What is wrong and what to do: the message without the place, starting in lower case, without a full stop.
    /// </summary>
    public string Problem { get; } = problem;

    /// <summary>The line of a text file, counted from 1; null if the whole file is meant.</summary>
    public long? Line { get; } = line;
}
