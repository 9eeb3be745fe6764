using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Numerics;
using MlNetDigits.Training;

namespace MlNetDigits.Cli.CommandLine;

/// <summary>The kinds of options that the verbs have. Each names itself, the value and what is allowed in its errors.</summary>
internal static class OptionKinds
{
    /// <summary>What stands for standard input or output.</summary>
    public const string Standard = "-";

    /// <summary>A number with a default.</summary>
    /// <param name="name">What is typed.</param>
    /// <param name="description">What it is for.</param>
    /// <param name="defaultValue">Its value if it is not given.</param>
    /// <param name="findProblems">Everything wrong with a value, as sentences that start with the name.</param>
    public static Option<T> Number<T>(
        string name, string description, T defaultValue, Func<T, IEnumerable<string>> findProblems)
        where T : struct, INumber<T>
        => new(name)
        {
            Description = description,
            HelpName = "N",
            DefaultValueFactory = _ => defaultValue,
            CustomParser = result =>
            {
                var number = ParseNumber<T>(name, result.Tokens[0].Value, out var problem);
                foreach (var sentence in problem is null ? findProblems(number) : [problem])
                    result.AddError(sentence);
                return number;
            },
        };

    /// <summary>A whole number that may be left out.</summary>
    public static Option<int?> OptionalNumber(string name, string description, int least = int.MinValue, int most = int.MaxValue) => new(name)
    {
        Description = description,
        HelpName = "N",
        CustomParser = result =>
        {
            var number = ParseNumber<int>(name, result.Tokens[0].Value, out var problem);
            if (problem is null && number < least)
                problem = string.Create(CultureInfo.InvariantCulture, $"{name} must be at least {least}, not {number}.");
            if (problem is null && number > most)
                problem = string.Create(CultureInfo.InvariantCulture, $"{name} must be at most {most}, not {number}.");
            if (problem is not null)
                result.AddError(problem);
            return number;
        },
    };

    /// <summary>The name of one of the values of an enumeration, in lower case; see <see cref="Chosen"/>.</summary>
    public static Option<string> Choice<T>(string name, string description, T defaultValue)
        where T : struct, Enum
    {
        var words = OptionText.Words(typeof(T));
        var option = new Option<string>(name)
        {
            Description = description,
            HelpName = string.Join('|', words),
            DefaultValueFactory = _ => OptionText.Format(defaultValue)!,
            CustomParser = result =>
            {
                var word = result.Tokens[0].Value;
                OptionText.Parse(typeof(T), word, out var problem);
                if (problem is not null)
                    result.AddError($"{name} {problem}");
                return word;
            },
        };
        option.CompletionSources.Add([.. words]);
        return option;
    }

    /// <summary>The value of a <see cref="Choice"/>.</summary>
    public static T Chosen<T>(this ParseResult result, Option<string> choice)
        where T : struct, Enum
        => (T)SettingWord.Parse(typeof(T), result.GetRequiredValue(choice))!;

    /// <summary>A path that may be left out.</summary>
    public static Option<string?> Path(WorkingFolder folder, string name, string helpName, string description)
        => Path(folder, name, helpName, description, path => FindEmpty(name, path));

    /// <summary>A path that may be left out, and that something can be wrong with.</summary>
    /// <param name="folder">Makes it a full path.</param>
    /// <param name="name">What is typed.</param>
    /// <param name="helpName">What stands for the path in the help.</param>
    /// <param name="description">What it is for; also tells its default, which is not made a full path there.</param>
    /// <param name="findProblem">What is wrong with a full path, which may end in a separator, or with an empty text; null if nothing.</param>
    public static Option<string?> Path(
        WorkingFolder folder, string name, string helpName, string description, Func<string, string?> findProblem) => new(name)
        {
            Description = description,
            HelpName = helpName,
            CustomParser = result => Checked(result, result.Tokens[0], folder, findProblem),
        };

    /// <summary>Paths: the option can be given several times.</summary>
    /// <inheritdoc cref="Path(WorkingFolder, string, string, string, Func{string, string})"/>
    public static Option<string[]> Paths(
        WorkingFolder folder, string name, string helpName, string description, Func<string, string?> findProblem) => new(name)
        {
            Description = description,
            HelpName = helpName,
            Arity = ArgumentArity.OneOrMore,
            CustomParser = result => [.. result.Tokens.Select(token => Checked(result, token, folder, findProblem))],
        };

    /// <summary>A path that is typed without an option's name.</summary>
    public static Argument<string> PathArgument(WorkingFolder folder, string name, string description) => new(name)
    {
        Description = description,
        CustomParser = result => Checked(result, result.Tokens[0], folder, path => FindEmpty(name, path)),
    };

    /// <summary>
    /// What is to be read, typed without an option's name; at least one. <see cref="Standard"/> and addresses stay as they
    /// are, paths become full ones.
    /// </summary>
    public static Argument<string[]> InputArguments(WorkingFolder folder, string name, string description) => new(name)
    {
        Description = description,
        Arity = ArgumentArity.OneOrMore,
        CustomParser = result =>
        [
            .. result.Tokens.Select(token => token.Value == Standard || IsAddress(token.Value)
                ? token.Value
                : Checked(result, token, folder, path => FindEmpty(name, path))),
        ],
    };

    /// <summary>A file to write that may be left out, or <see cref="Standard"/>.</summary>
    /// <inheritdoc cref="Path(WorkingFolder, string, string, string, Func{string, string})"/>
    public static Option<string?> PathOrStandard(
        WorkingFolder folder, string name, string helpName, string description, Func<string, string?> findProblem) => new(name)
        {
            Description = description,
            HelpName = helpName,
            CustomParser = result => result.Tokens[0].Value == Standard ? Standard : Checked(result, result.Tokens[0], folder, findProblem),
        };

    /// <summary>Whether something is an address of the web, which people take for a file.</summary>
    public static bool IsAddress(string typed)
        => typed.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || typed.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    /// <summary>A switch.</summary>
    public static Option<bool> Switch(string name, string description) => new(name) { Description = description };

    private static string Checked(
        ArgumentResult result, Token typed, WorkingFolder folder, Func<string, string?> findProblem)
    {
        // A separator at the end says that a folder is meant, so it is there to be judged.
        var isEmpty = string.IsNullOrWhiteSpace(typed.Value);
        var path = isEmpty ? typed.Value : System.IO.Path.GetFullPath(typed.Value, folder.Path);
        if (findProblem(path) is { } problem)
            result.AddError(problem);
        return isEmpty ? path : folder.Full(path);
    }

    private static string? FindEmpty(string name, string path)
        => string.IsNullOrWhiteSpace(path) ? $"{name} must name a file or folder" : null;

    private static T ParseNumber<T>(string name, string text, out string? problem)
        where T : struct, INumber<T>
    {
        var number = OptionText.Parse(typeof(T), text, out var wrong);
        problem = wrong is null ? null : $"{name} {wrong}";
        return number is T parsed ? parsed : default;
    }
}
