using System.Globalization;

namespace MlNetDigits.Benchmarks;

/// <summary>Numbers for tables, in three digits or so.</summary>
internal static class Numbers
{
    public static string Text(double value)
    {
        var format = Math.Abs(value) switch { >= 100 => "F0", >= 10 => "F1", _ => "F2" };
        return value.ToString(format, CultureInfo.InvariantCulture);
    }

    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /// <summary>The median, with the least and the most in brackets.</summary>
    public static string WithRange(IEnumerable<double> values)
    {
        double[] all = [.. values];
        return $"{Text(Median(all))} ({Text(all.Min())}-{Text(all.Max())})";
    }
}
