using System.Text.RegularExpressions;

namespace MlNetDigits.Tests.Cli.Screens;

/// <summary>
/// Readable marks in place of what differs from run to run, from machine to machine, or was measured: screens are about
/// words and layout, and numbers have tests of their own.
/// </summary>
internal static partial class ScreenMarks
{
    /// <summary>A text with marks in it. A mark in a table ends in the column where the number ended.</summary>
    /// <param name="text">What the tool has printed.</param>
    /// <param name="places">Full paths, and what each is called.</param>
    public static string Put(string text, params (string Path, string Mark)[] places)
    {
        foreach (var (path, mark) in places)
            text = text.Replace(path, mark, StringComparison.Ordinal);

        text = Digest().Replace(text, "<digest>");
        text = Date().Replace(text, "<date>");
        text = KiloBytes().Replace(text, "<size> kB");

        // The end of a row of the table of epochs, and the two lines below the table.
        text = EpochSpeed().Replace(text, found => Ending(found.Groups["time"], "<time>") + Ending(found.Groups["speed"], "<speed>"));
        text = PeakMemory().Replace(text, "peak memory <size> MB");
        text = Stage().Replace(text, "${stage} <seconds>");
        text = Seconds().Replace(text, "<seconds> s");

        text = RightAndWrong().Replace(text, "(# right, # wrong)");
        text = ConfusionRow().Replace(text, row => row.Groups["name"].Value + Number().Replace(row.Groups["counts"].Value, count => "#".PadLeft(count.Length)));
        return Measured().Replace(text, number => Digit().Replace(number.Value, "#"));
    }

    private static string Ending(Group number, string mark) => mark.PadLeft(number.Length);

    [GeneratedRegex(@"\b([0-9a-f]{64}|[0-9a-f]{32})\b")]
    private static partial Regex Digest();

    [GeneratedRegex(@"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z| ?[+-]\d\d:?\d\d)?")]
    private static partial Regex Date();

    [GeneratedRegex(@"\d+ kB")]
    private static partial Regex KiloBytes();

    [GeneratedRegex(@"(?<=^ +\d+ +\d\.\d{5}.*)(?<time> +\d+\.\d\d)(?<speed> +\d+)(?=$|  cut|  \(cut)", RegexOptions.Multiline)]
    private static partial Regex EpochSpeed();

    [GeneratedRegex(@"peak memory \d+ MB")]
    private static partial Regex PeakMemory();

    [GeneratedRegex(@"\b(?<stage>start|check|read|train|save|evaluate) \d+\.\d\d\b")]
    private static partial Regex Stage();

    [GeneratedRegex(@"\d+\.\d+ s\b")]
    private static partial Regex Seconds();

    [GeneratedRegex(@"\(\d+ right, \d+ wrong\)")]
    private static partial Regex RightAndWrong();

    // The name of a digit, right below the last letter of "true \ predicted", and ten counts.
    [GeneratedRegex(@"^(?<name> {15}\d)(?<counts>( +\d+){10})$", RegexOptions.Multiline)]
    private static partial Regex ConfusionRow();

    // What people choose has one decimal or two. What was measured has three and more, or is known by what stands beside it,
    // or has a column to itself.
    [GeneratedRegex(@"\d+\.\d{3,}|\d+\.\d\d(?= (±|%))|(?<=±|± |scores )\d+\.\d\d|(?<=  )\d+\.\d\d(?=  )")]
    private static partial Regex Measured();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Number();

    [GeneratedRegex(@"\d")]
    private static partial Regex Digit();
}
