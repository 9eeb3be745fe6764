using System.CommandLine;

namespace MlNetDigits.Cli.CommandLine;

/// <summary>Says what is wrong with a command line.</summary>
internal static class ParseErrors
{
    /// <summary>All that is wrong, in one line that ends with where to read more.</summary>
    public static string Describe(ParseResult result)
    {
        var problems = result.Errors
            .Select(error => error.Message.TrimEnd('.'))
            .Where(message => !result.UnmatchedTokens.Any(token => message.Contains($"'{token}'", StringComparison.Ordinal)))
            .Concat(result.UnmatchedTokens.Select(token => Unknown(token, result.CommandResult.Command)));
        return $"{string.Join("; ", problems)}. See '{CommandLine(result.CommandResult.Command)} --help'";
    }

    private static string Unknown(string token, Command command)
    {
        var known = token.StartsWith('-')
            ? command.Options.Select(option => option.Name)
            : command.Subcommands.Select(subcommand => subcommand.Name);
        var suggestion = Suggestion.For(token, known) is { } near ? $" (did you mean '{near}'?)" : "";
        var kind = token.StartsWith('-') ? "option" : command.Subcommands.Count > 0 ? "command" : "argument";
        return $"unknown {kind} '{token}'{suggestion}";
    }

    private static string CommandLine(Command command)
        => string.Join(' ', command.Parents.OfType<Command>().Select(CommandLine).Append(NameOf(command)));

    private static string NameOf(Command command) => command is RootCommand ? DigitsTool.Name : command.Name;
}
