using System.Globalization;

namespace MlNetDigits.Cli.Inspect;

/// <summary>A histogram as bars of text.</summary>
internal static class HistogramText
{
    private const int MostBins = 16;
    private const int LongestBar = 40;
    private const string Eighths = " ▏▎▍▌▋▊▉";

    /// <summary>Counts values in round ranges and draws a line for each.</summary>
    public static string Render(string title, ReadOnlySpan<float> values)
        => Render(title, ValueHistogram.Of(values, MostBins));

    /// <summary>A title, and a line for each range: its edges, the count and a bar.</summary>
    public static string Render(string title, ValueHistogram histogram)
    {
        var most = Math.Max(histogram.Counts.Max(), 1);
        string[] edges = Edges(histogram);
        var (edgeWidth, countWidth) = (edges.Max(edge => edge.Length), Invariant($"{most}").Length);
        var lines = histogram.Counts.Select((count, bin) =>
        {
            var range = $"{edges[bin].PadLeft(edgeWidth)} to {edges[bin + 1].PadLeft(edgeWidth)}";
            return $"{range}  {Invariant($"{count}").PadLeft(countWidth)}  {Bar((double)count / most)}".TrimEnd() + "\n";
        });
        return $"{title}\n{string.Concat(lines)}";
    }

    // All with as many decimals as the one that needs most.
    private static string[] Edges(ValueHistogram histogram)
    {
        string[] shortest = [.. histogram.Edges.Select(edge => Invariant($"{(float)edge}"))];
        if (shortest.Any(edge => edge.Contains('E', StringComparison.Ordinal)))
            return shortest;
        var format = Invariant($"F{shortest.Max(edge => (edge + ".").Split('.')[1].Length)}");
        return [.. histogram.Edges.Select(edge => edge.ToString(format, CultureInfo.InvariantCulture))];
    }

    /// <summary>What there is of a thing shows, however little it is.</summary>
    private static string Bar(double share)
    {
        var eighths = share > 0 ? Math.Max(1, (int)Math.Round(share * LongestBar * 8)) : 0;
        var rest = eighths % 8 == 0 ? "" : Eighths[eighths % 8].ToString();
        return new string('█', eighths / 8) + rest;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
