using System.CommandLine;

namespace MlNetDigits.Cli.CommandLine;

/// <summary>A command that shows in its help how it is used.</summary>
/// <param name="name">What is typed.</param>
/// <param name="description">What it does.</param>
/// <param name="examples">Command lines, without the tool's name, and what each does.</param>
internal sealed class Verb(string name, string description, params (string Arguments, string Meaning)[] examples)
    : Command(name, description)
{
    /// <summary>Command lines, without the tool's name, and what each does.</summary>
    public IReadOnlyList<(string Arguments, string Meaning)> Examples { get; } = examples;
}
