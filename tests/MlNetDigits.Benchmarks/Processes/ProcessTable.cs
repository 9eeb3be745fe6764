using System.Globalization;

namespace MlNetDigits.Benchmarks;

/// <summary>The table of what several processes measured, each kind of work a row.</summary>
internal static class ProcessTable
{
    private const string Header =
        "| Microseconds a record | Threads | Least | Median | Most | Most, times the least |\n|---|---:|---:|---:|---:|---:|";

    public static string Render(IEnumerable<ProcessSpeeds> processes)
    {
        var rows = processes
            .SelectMany(process => process.Speeds)
            .GroupBy(speed => (speed.What, speed.Threads), speed => speed.Microseconds)
            .Select(group => Row(group.Key.What, group.Key.Threads, [.. group]));
        return string.Join('\n', [Header, .. rows]);
    }

    private static string Row(string what, int threads, double[] microseconds)
    {
        var (least, most) = (microseconds.Min(), microseconds.Max());
        string[] cells =
        [
            what,
            threads.ToString(CultureInfo.InvariantCulture),
            Numbers.Text(least),
            Numbers.Text(Numbers.Median(microseconds)),
            Numbers.Text(most),
            Numbers.Text(most / least),
        ];
        return $"| {string.Join(" | ", cells)} |";
    }
}
