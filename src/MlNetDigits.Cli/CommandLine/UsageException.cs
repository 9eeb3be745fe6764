namespace MlNetDigits.Cli.CommandLine;

/// <summary>The tool was asked for something that it cannot do; found before any work has begun.</summary>
/// <param name="problem">What is wrong, starting in lower case or with an option, without a full stop.</param>
internal sealed class UsageException(string problem) : Exception(problem + ".");
