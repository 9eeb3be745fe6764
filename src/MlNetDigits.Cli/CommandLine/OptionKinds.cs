using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Numerics;

namespace MlNetDigits.Cli.CommandLine;

/// <summary>The kinds of options that the verbs have. Each names itself, the value and what is allowed in its errors.</summary>
internal static class OptionKinds
{
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
        string[] words = [.. Enum.GetNames<T>().Select(word => word.ToLowerInvariant())];
        var option = new Option<string>(name)
        {
            Description = description,
            HelpName = string.Join('|', words),
            DefaultValueFactory = _ => defaultValue.ToString().ToLowerInvariant(),
            CustomParser = result =>
            {
                var word = result.Tokens[0].Value;
                if (!words.Contains(word))
                    result.AddError($"{name} must be {string.Join(" or ", words)}, not '{word}'.");
                return word;
            },
        };
        option.CompletionSources.Add(words);
        return option;
    }

    /// <summary>The value of a <see cref="Choice"/>.</summary>
    public static T Chosen<T>(this ParseResult result, Option<string> choice)
        where T : struct, Enum
        => Enum.Parse<T>(result.GetRequiredValue(choice), ignoreCase: true);

    /// <summary>A path that may be left out.</summary>
    public static Option<string?> Path(string name, string helpName, string description)
        => Path(name, helpName, description, path => FindEmpty(name, path));

    /// <summary>A path with a default.</summary>
    public static Option<string> Path(string name, string helpName, string description, string defaultValue)
        => Path(name, helpName, description, defaultValue, path => FindEmpty(name, path));

    /// <summary>A path that may be left out, and that something can be wrong with.</summary>
    public static Option<string?> Path(
        string name, string helpName, string description, Func<string, string?> findProblem) => new(name)
        {
            Description = description,
            HelpName = helpName,
            CustomParser = result => Checked(result, findProblem),
        };

    /// <summary>A path with a default, and that something can be wrong with.</summary>
    public static Option<string> Path(
        string name, string helpName, string description, string defaultValue, Func<string, string?> findProblem) => new(name)
        {
            Description = description,
            HelpName = helpName,
            DefaultValueFactory = _ => defaultValue,
            CustomParser = result => Checked(result, findProblem),
        };

    /// <summary>A path that is typed without an option's name.</summary>
    public static Argument<string> PathArgument(string name, string description) => new(name)
    {
        Description = description,
        CustomParser = result => Checked(result, path => FindEmpty(name, path)),
    };

    /// <summary>A switch.</summary>
    public static Option<bool> Switch(string name, string description) => new(name) { Description = description };

    private static string Checked(ArgumentResult result, Func<string, string?> findProblem)
    {
        var path = result.Tokens[0].Value;
        if (findProblem(path) is { } problem)
            result.AddError(problem);
        return path;
    }

    private static string? FindEmpty(string name, string path)
        => string.IsNullOrWhiteSpace(path) ? $"{name} must name a file or folder" : null;

    // System.CommandLine's own conversion takes "0,1" for 1: a thousands separator to it, a decimal comma to many.
    private static T ParseNumber<T>(string name, string text, out string? problem)
        where T : struct, INumber<T>
    {
        var styles = typeof(T) == typeof(int) ? NumberStyles.AllowLeadingSign : NumberStyles.Float;
        var kind = typeof(T) == typeof(int) ? "a whole number" : "a number such as 0.1";
        problem = T.TryParse(text, styles, CultureInfo.InvariantCulture, out var number)
            ? null
            : $"{name} must be {kind}, not '{text}'.";
        return number;
    }
}
