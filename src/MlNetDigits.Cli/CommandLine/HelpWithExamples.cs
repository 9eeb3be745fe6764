using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace MlNetDigits.Cli.CommandLine;

/// <summary>The usual help, then examples; on the root command, also the exit codes.</summary>
/// <param name="usual">The help that System.CommandLine writes.</param>
/// <param name="columns">How wide its lines may be.</param>
internal sealed class HelpWithExamples(HelpAction usual, Func<int> columns) : SynchronousCommandLineAction
{
    // For somebody who asks the tool itself.
    private static readonly (string Arguments, string Meaning)[] FirstSteps =
    [
        ("train", "Train on the embedded sample; saves models/my-digits.zip"),
        ("data convert data pictures --part test --png --take 20", "Write some digits as pictures"),
        ("predict pictures", "Read them"),
        ("train --help", "What else a verb can do"),
    ];

    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        usual.MaxWidth = columns();
        usual.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        var command = parseResult.CommandResult.Command;
        output.Write(Examples(command is Verb verb ? verb.Examples : FirstSteps));
        if (command is RootCommand)
            output.Write(ExitCodes());
        return ExitCode.Done;
    }

    private static string Examples(IEnumerable<(string Arguments, string Meaning)> examples)
        => "Examples:\n" + string.Concat(
            examples.Select(example => $"  # {example.Meaning}\n  digits {example.Arguments}\n")) + "\n";

    private static string ExitCodes()
        => "Exit codes:\n" + string.Concat(ExitCode.All.Select(entry => $"  {entry.Code,-4} {entry.Meaning}\n")) + "\n";
}
