using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;

namespace MlNetDigits.Cli.CommandLine;

/// <summary>Says what is wrong with a command line.</summary>
internal static class ParseErrors
{
    /// <summary>All that is wrong, in one line that ends with where to read more; null if nothing is.</summary>
    public static string? Find(ParseResult result, WorkingFolder folder)
    {
        string[] taken = [.. OptionsTakenForFiles(result, folder).Select(word => Unknown(word, result.CommandResult.Command))];
        if (taken.Length == 0 && result.Action is not ParseErrorAction)
            return null;
        var problems = result.Errors
            .Select(error => error.Message.TrimEnd('.'))
            .Where(message => !result.UnmatchedTokens.Any(token => message.Contains($"'{token}'", StringComparison.Ordinal)))
            .Concat(result.UnmatchedTokens.Select(token => Unknown(token, result.CommandResult.Command)))
            .Concat(taken);
        return $"{string.Join("; ", problems)}. See '{CommandLine(result.CommandResult.Command)} --help'";
    }

    /// <summary>
    /// A verb that takes files takes a misspelt option for one. What begins like an option is a file only if it is there, or
    /// if it stands after <c>--</c>.
    /// </summary>
    private static IEnumerable<string> OptionsTakenForFiles(ParseResult result, WorkingFolder folder)
    {
        if (result.Action is HelpWithExamples)
            return [];
        var files = result.CommandResult.Children.OfType<ArgumentResult>().SelectMany(argument => argument.Tokens).ToHashSet();
        return result.Tokens
            .TakeWhile(token => token.Type != TokenType.DoubleDash)
            .Where(token => files.Contains(token) && IsOption(token.Value) && !Path.Exists(folder.Full(token.Value)))
            .Select(token => token.Value);
    }

    // Some programs make a long dash of two short ones.
    private static bool IsOption(string word) => word.Length > 1 && word[0] is '-' or '–' or '—';

    private static string Unknown(string token, Command command)
    {
        var isOption = IsOption(token);
        var name = isOption ? "--" + token.Split('=')[0].TrimStart('-', '–', '—') : token;
        string[] known = isOption
            ? [.. command.Options.Concat(command.Parents.OfType<Command>().SelectMany(parent => parent.Options.Where(option => option.Recursive))).Select(option => option.Name)]
            : [.. command.Subcommands.Select(subcommand => subcommand.Name)];

        // A letter or more of a name: -m, --lim.
        var begun = isOption && name.Length > 2 ? known.FirstOrDefault(option => option.StartsWith(name, StringComparison.Ordinal)) : null;
        var suggestion = (begun ?? Suggestion.For(name, known)) is { } near ? $" (did you mean '{near}'?)" : "";
        var kind = isOption ? "option" : command.Subcommands.Count > 0 ? "command" : "argument";
        return $"unknown {kind} '{token}'{suggestion}";
    }

    private static string CommandLine(Command command)
        => string.Join(' ', command.Parents.OfType<Command>().Select(CommandLine).Append(NameOf(command)));

    private static string NameOf(Command command) => command is RootCommand ? DigitsTool.Name : command.Name;
}
