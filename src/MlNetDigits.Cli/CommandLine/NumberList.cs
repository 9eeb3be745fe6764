using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;

namespace MlNetDigits.Cli.CommandLine;

/// <summary>
/// Lists of numbers as they are typed: <c>50,100,200</c>, <c>1..8</c>, <c>50..300..50</c>, and mixtures of them.
/// </summary>
internal static class NumberList
{
    /// <summary>More values than anybody tries; a slip in a range asks for them.</summary>
    public const int MostValues = 1000;

    private const string Separator = "..";

    /// <summary>Reads a list.</summary>
    /// <param name="text">Values and ranges with commas between them. A range has both its ends, and may have a step.</param>
    /// <param name="problem">What is wrong, to go on after the option's name; null if nothing is.</param>
    /// <returns>The values in their order; empty if something is wrong.</returns>
    public static ImmutableArray<T> Parse<T>(string text, out string? problem)
        where T : struct, INumber<T>
    {
        var values = ImmutableArray.CreateBuilder<T>();
        foreach (var item in text.Split(','))
        {
            problem = Add(values, item.Trim());
            if (problem is not null)
                return [];
        }

        problem = null;
        return values.ToImmutable();
    }

    /// <returns>What is wrong with the item, or null.</returns>
    private static string? Add<T>(ImmutableArray<T>.Builder values, string item)
        where T : struct, INumber<T>
    {
        if (item.Length == 0)
            return "has an empty place; write one comma between two values";
        if (item.Contains(Separator, StringComparison.Ordinal))
            return AddRange(values, item);
        if (!TryParse<T>(item, out var value))
            return $"takes {Kind<T>()}, not '{item}'";
        values.Add(value);
        return TooMany(values.Count);
    }

    private static string? AddRange<T>(ImmutableArray<T>.Builder values, string item)
        where T : struct, INumber<T>
    {
        var parts = item.Split(Separator);
        if (parts.Length > 3)
            return $"has a range with more than a first, a last and a step: '{item}'";

        // Decimal: 0.1 + 0.1 + 0.1 is 0.3 there.
        if (parts.FirstOrDefault(part => !TryParse<T>(part, out _) || !TryDecimal(part, out _)) is { } bad)
            return $"takes {Kind<T>()}, not '{bad}' (in '{item}')";
        var (first, last) = (ToDecimal(parts[0]), ToDecimal(parts[1]));
        if (first > last)
            return $"has a range that counts down: '{item}'; write the smaller end first";
        if (parts.Length == 2 && !IsWhole<T>())
            return $"has a range without a step: '{item}'; add one, as in {item}..0.1";
        var step = parts.Length == 3 ? ToDecimal(parts[2]) : 1;
        if (step <= 0)
            return $"has a range with a step that is not above 0: '{item}'";

        // Compared before anything is made: the ends may be far apart.
        if ((double)(last - first) / (double)step >= MostValues)
            return TooMany(int.MaxValue);
        for (var value = first; value <= last; value += step)
            values.Add(T.Parse(value.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));
        return TooMany(values.Count);
    }

    private static string? TooMany(int count) => count > MostValues ? $"has more than {MostValues} values" : null;

    private static bool TryParse<T>(string text, out T value)
        where T : struct, INumber<T>
        => T.TryParse(
            text.Trim(),
            IsWhole<T>() ? NumberStyles.AllowLeadingSign : NumberStyles.Float,
            CultureInfo.InvariantCulture,
            out value);

    private static bool TryDecimal(string text, out decimal value)
        => decimal.TryParse(text.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out value)
            && Math.Abs(value) < decimal.MaxValue / 4;

    private static decimal ToDecimal(string text)
        => TryDecimal(text, out var value) ? value : throw new FormatException(text);

    private static bool IsWhole<T>() => typeof(T) == typeof(int);

    private static string Kind<T>() => IsWhole<T>()
        ? "whole numbers such as 50,100 or 1..8 or 50..300..50"
        : "numbers such as 0.01,0.1 or 0.1..0.5..0.1";
}
