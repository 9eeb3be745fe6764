using System.Collections.Immutable;
using System.Globalization;

namespace MlNetDigits.Reporting;

/// <summary>Where a value lies along an axis, and which values are written there.</summary>
/// <param name="Place">From a value to its place, which rises with it.</param>
/// <param name="Ticks">The values that are written beside the axis, each with its text.</param>
/// <param name="Note">What a reader must know of the axis; empty if it is an even one.</param>
internal sealed record ValueScale(
    Func<double, double> Place, ImmutableArray<(double Value, string Text)> Ticks, string Note)
{
    // Even axes show up to three-fold differences well; beyond, the small end would be one flat line.
    private const double LargestEvenRatio = 3;
    private const int MostTicks = 9;

    // Around a single value, as a part of it, so that there is something to write beside it.
    private const double SingleValueMargin = 0.01;

    private const double Rounding = 1e-9;

    // Within a power of ten, fine to coarse.
    private static readonly ImmutableArray<ImmutableArray<double>> Digits =
    [
        [1, 1.2, 1.4, 1.6, 1.8, 2, 2.2, 2.4, 2.6, 2.8, 3, 3.5, 4, 4.5, 5, 6, 7, 8, 9],
        [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8],
        [1, 1.5, 2, 3, 5, 7],
        [1, 2, 5],
        [1],
    ];

    /// <summary>
    /// The scale for shares that are better the nearer they are to 1: even if what is missing to 1 differs little; else
    /// by the logarithm of what is missing, so that 97 and 98 per cent are as far apart as 94 and 96.
    /// </summary>
    /// <param name="low">The least share to show, in [0, 1].</param>
    /// <param name="high">The largest.</param>
    public static ValueScale ForShares(double low, double high)
    {
        if (high >= 1 || 1 - low <= LargestEvenRatio * (1 - high))
            return Even(low, high, Percent);
        return new ValueScale(
            value => -Math.Log10(1 - value),
            [
                .. LogarithmicValues(1 - high, 1 - low).Reverse()
                    .Select(missing => (1 - missing, Percent(1 - missing, Step(missing)))),
            ],
            "stretched towards 100");
    }

    /// <summary>The scale for numbers above 0: even if they differ little, else logarithmic.</summary>
    public static ValueScale ForNumbers(double low, double high)
        => low <= 0 || high <= LargestEvenRatio * low
            ? Even(low, high, Plain)
            : new ValueScale(
                Math.Log10,
                [.. LogarithmicValues(low, high).Select(value => (value, Plain(value, Step(value))))],
                "logarithmic");

    /// <summary>The scale of settings that were tried: they themselves are written, as far as there is room.</summary>
    /// <param name="settings">The settings, rising.</param>
    /// <param name="isLogarithmic">Whether equal ratios are equally far apart; all settings are then above 0.</param>
    public static ValueScale ForSettings(ImmutableArray<double> settings, bool isLogarithmic)
    {
        Func<double, double> place = isLogarithmic ? Math.Log10 : value => value;
        var (first, last) = (place(settings[0]), place(settings[^1]));
        var ticks = new List<(double Value, string Text)>();

        // From the right, because the last one is always written. A letter takes about one in eighty of the width.
        var free = double.PositiveInfinity;
        foreach (var setting in settings.Reverse())
        {
            var text = setting.ToString("0.########", CultureInfo.InvariantCulture);
            var half = (last - first) * (text.Length + 1) / 160;
            if (place(setting) + half > free)
                continue;
            ticks.Add((setting, text));
            free = place(setting) - half;
        }

        ticks.Reverse();
        return new ValueScale(place, [.. ticks], isLogarithmic ? "logarithmic" : "");
    }

    private static ValueScale Even(double low, double high, Func<double, double, string> write)
    {
        if (high - low <= Rounding * Math.Abs(high))
        {
            var margin = SingleValueMargin * (low == 0 ? 1 : Math.Abs(low));
            return Even(low - margin, high + margin, write);
        }

        var step = NiceStep((high - low) / (MostTicks - 2));
        var first = (long)Math.Ceiling((low / step) - Rounding);
        var last = (long)Math.Floor((high / step) + Rounding);
        return new ValueScale(
            value => value,
            [
                .. Enumerable.Range(0, (int)(last - first) + 1)
                    .Select(i => (first + i) * step)
                    .Select(value => (value, write(value, step))),
            ],
            "");
    }

    /// <summary>The finest round values that are not too many.</summary>
    private static ImmutableArray<double> LogarithmicValues(double low, double high)
        => Digits.Select(digits => Between(low, high, digits))
            .FirstOrDefault(values => values.Length <= MostTicks) is { IsDefault: false } fewEnough
            ? fewEnough
            : EveryFew(Between(low, high, [1]));

    /// <summary>As many of the values as there is room for, equally far from each other.</summary>
    private static ImmutableArray<double> EveryFew(ImmutableArray<double> values)
    {
        var step = (values.Length + MostTicks - 1) / MostTicks;
        return [.. values.Where((_, i) => i % step == 0)];
    }

    private static ImmutableArray<double> Between(double low, double high, ImmutableArray<double> digits)
    {
        var first = (int)Math.Floor(Math.Log10(low));
        var last = (int)Math.Ceiling(Math.Log10(high));
        return
        [
            .. Enumerable.Range(first, last - first + 1)
                .SelectMany(power => digits.Select(digit => digit * Math.Pow(10, power)))
                .Where(value => value >= low * (1 - Rounding) && value <= high * (1 + Rounding)),
        ];
    }

    /// <summary>1, 2 or 5 times a power of ten, at least as much as asked for.</summary>
    private static double NiceStep(double least)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(least)));
        return power * new[] { 1.0, 2, 5, 10 }.First(digit => digit * power >= least * (1 - Rounding));
    }

    /// <summary>The last digit that a value of one or two digits needs.</summary>
    private static double Step(double value) => Math.Pow(10, Math.Floor(Math.Log10(value)) - 1);

    private static string Percent(double value, double step) => Decimals(value * 100, step * 100);

    private static string Plain(double value, double step) => Decimals(value, step);

    private static string Decimals(double value, double step)
    {
        var decimals = Math.Clamp((int)-Math.Floor(Math.Log10(step) + Rounding), 0, 12);
        var text = value.ToString("F" + decimals, CultureInfo.InvariantCulture);
        return decimals == 0 ? text : text.TrimEnd('0').TrimEnd('.');
    }
}
