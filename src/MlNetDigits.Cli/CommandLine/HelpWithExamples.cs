using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace MlNetDigits.Cli.CommandLine;

/// <summary>The usual help, then examples; on the root command, also the exit codes.</summary>
/// <param name="usual">The help that System.CommandLine writes.</param>
internal sealed class HelpWithExamples(HelpAction usual) : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        usual.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        var command = parseResult.CommandResult.Command;
        output.Write(command is RootCommand ? ExitCodes() : Examples(command as Verb));
        return ExitCode.Done;
    }

    private static string Examples(Verb? verb) => verb is not { Examples.Count: > 0 }
        ? ""
        : "Examples:\n" + string.Concat(
            verb.Examples.Select(example => $"  # {example.Meaning}\n  digits {example.Arguments}\n")) + "\n";

    private static string ExitCodes()
        => "Exit codes:\n" + string.Concat(ExitCode.All.Select(entry => $"  {entry.Code,-4} {entry.Meaning}\n")) + "\n";
}
