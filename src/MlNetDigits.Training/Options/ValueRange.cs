using System.Numerics;
using static System.FormattableString;

namespace MlNetDigits.Training;

/// <summary>The ranges that options have: each says what is wrong with a value outside, to follow the option's name.</summary>
internal static class ValueRange
{
    /// <summary>Whole numbers from <paramref name="min"/> on.</summary>
    public static Func<int, string?> AtLeast(int min)
        => value => value < min ? Invariant($"must be at least {min}, not {value}.") : null;

    /// <summary>Whole numbers from <paramref name="min"/> on, or none.</summary>
    public static Func<int?, string?> AtLeastOrNone(int min)
        => value => value is { } number ? AtLeast(min)(number) : null;

    /// <summary>Whole numbers from <paramref name="min"/> to <paramref name="max"/>.</summary>
    public static Func<int, string?> Within(int min, int max)
        => value => value < min || value > max ? Invariant($"must be {min} to {max}, not {value}.") : null;

    /// <summary>Finite numbers above zero.</summary>
    public static string? AboveZero<T>(T value)
        where T : IFloatingPointIeee754<T>
        => T.IsFinite(value) && value > T.Zero ? null : Invariant($"must be a number above 0, not {value}.");

    /// <summary>Numbers from <paramref name="min"/> to <paramref name="max"/>.</summary>
    public static Func<float, string?> Between(float min, float max)
        => value => value >= min && value <= max ? null : Invariant($"must be {min} to {max}, not {value}.");

    /// <summary>Numbers from 0 to below 1.</summary>
    public static string? BelowOne(float value)
        => value is >= 0 and < 1 ? null : Invariant($"must be at least 0 and below 1, not {value}.");

    /// <summary>Shares: numbers above 0 and below 1, or none.</summary>
    public static string? ShareOrNone(double? value)
        => value is null or (> 0 and < 1) ? null : Invariant($"must be above 0 and below 1, not {value}.");

    /// <summary>The values that an enumeration names.</summary>
    public static string? Named<T>(T value)
        where T : struct, Enum
        => Enum.IsDefined(value) ? null : $"{value} is none of {string.Join(", ", Enum.GetNames<T>())}.";

    /// <summary>The values that an enumeration names, or none.</summary>
    public static string? NamedOrNone<T>(T? value)
        where T : struct, Enum
        => value is { } given ? Named(given) : null;

    /// <summary>Texts that name a column.</summary>
    public static string? ColumnName(string? value)
        => string.IsNullOrWhiteSpace(value) ? "must name a column." : null;
}
