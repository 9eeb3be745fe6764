using System.Globalization;

namespace MlNetDigits.Reporting;

/// <summary>Numbers as a page shows them: rounded for people, with every digit for programs.</summary>
internal static class Shown
{
    /// <summary>A share as a percentage with two decimals.</summary>
    public static Markup Percentage(string metric, double share) => Data(metric, share, Percentage(share));

    /// <summary>A number with four decimals.</summary>
    public static Markup Decimal(string metric, double value)
        => Data(metric, value, value.ToString("F4", CultureInfo.InvariantCulture));

    /// <summary>A number with two decimals.</summary>
    public static Markup Short(string metric, double value)
        => Data(metric, value, value.ToString("F2", CultureInfo.InvariantCulture));

    /// <summary>A count, in groups of three digits.</summary>
    public static Markup Count(string metric, long count)
        => Markup.Of($"<data data-metric=\"{metric}\" value=\"{count}\">{Count(count)}</data>");

    /// <summary>A count as plain text, in groups of three digits.</summary>
    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A count and what is counted.</summary>
    public static string Counted(long count, string noun) => $"{Count(count)} {noun}{(count == 1 ? "" : "s")}";

    /// <summary>A share as plain text, as a percentage with two decimals.</summary>
    public static string Percentage(double share)
        => double.IsNaN(share) ? "-" : (100 * share).ToString("F2", CultureInfo.InvariantCulture) + " %";

    /// <summary>
    /// A share as a percentage with one decimal, for a cell of a confusion matrix: "100" only if it is all of a class. A
    /// class with a single mistake among thousands is not all right.
    /// </summary>
    public static string InCell(double share)
        => (share < 1 ? Math.Min(100 * share, 99.9) : 100).ToString(share < 1 ? "0.0" : "0", CultureInfo.InvariantCulture);

    /// <summary>A number with every digit that it has; empty if it is none.</summary>
    public static string Exact(double value) => double.IsFinite(value) ? value.ToString("R", CultureInfo.InvariantCulture) : "";

    private static Markup Data(string metric, double value, string shown)
        => Markup.Of($"<data data-metric=\"{metric}\" value=\"{Exact(value)}\">{(double.IsFinite(value) ? shown : "-")}</data>");
}
