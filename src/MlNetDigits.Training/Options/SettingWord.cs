using System.Text.Json;

namespace MlNetDigits.Training;

/// <summary>The values of enumerations as words that are typed and stored.</summary>
internal static class SettingWord
{
    /// <summary>A value in kebab case: <c>cross-entropy</c>.</summary>
    public static string WordOf(Enum value) => Of(value.ToString());

    /// <summary>The words of an enumeration.</summary>
    public static IReadOnlyList<string> All(Type enumeration) => [.. Enum.GetNames(enumeration).Select(Of)];

    /// <summary>The value of a word; null if there is none.</summary>
    public static object? Parse(Type enumeration, string word)
        => Enum.GetNames(enumeration).FirstOrDefault(name => Of(name) == word) is { } found ? Enum.Parse(enumeration, found) : null;

    private static string Of(string name) => JsonNamingPolicy.KebabCaseLower.ConvertName(name);
}
