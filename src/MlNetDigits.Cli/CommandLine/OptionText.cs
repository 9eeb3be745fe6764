using System.Globalization;
using MlNetDigits.Training;

namespace MlNetDigits.Cli.CommandLine;

/// <summary>The values of options as they are typed, and back, by their type alone.</summary>
internal static class OptionText
{
    /// <summary>A value as it is typed; null where there is none.</summary>
    public static string? Format(object? value) => value switch
    {
        null => null,
        Enum word => SettingWord.WordOf(word),
        bool isOn => isOn ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    /// <summary>The words of an enumeration, in kebab case; none for other types.</summary>
    public static IReadOnlyList<string> Words(Type type)
        => type.IsEnum ? SettingWord.All(type) : [];

    /// <summary>Reads what was typed.</summary>
    /// <param name="type">What the value is to be.</param>
    /// <param name="text">What was typed.</param>
    /// <param name="problem">What is wrong, to follow the option's name; null if nothing is.</param>
    public static object? Parse(Type type, string text, out string? problem)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        problem = null;
        if (plain == typeof(string))
            return text;
        if (plain.IsEnum)
        {
            var word = SettingWord.Parse(plain, text);
            problem = word is null ? $"must be {Listed(Words(plain))}, not '{text}'." : null;
            return word;
        }

        object? number = Type.GetTypeCode(plain) switch
        {
            // System.CommandLine's own conversion takes "0,1" for 1: a thousands separator to it, a decimal comma to many.
            TypeCode.Int32 => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? whole : null,
            TypeCode.Single => float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var single) ? single : null,
            TypeCode.Double => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var real) ? real : null,
            _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Options are whole numbers, numbers, words or texts."),
        };
        if (number is null)
            problem = $"must be {(plain == typeof(int) ? "a whole number" : "a number such as 0.1")}, not '{text}'.";
        return number;
    }

    /// <summary>Words as a sentence lists them: <c>a, b or c</c>.</summary>
    private static string Listed(IReadOnlyList<string> words)
        => words.Count < 2 ? string.Concat(words) : $"{string.Join(", ", words.SkipLast(1))} or {words[^1]}";
}
