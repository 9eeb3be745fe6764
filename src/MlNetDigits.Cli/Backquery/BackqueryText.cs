using System.Collections.Immutable;
using System.Globalization;
using MlNetDigits.Cli.CommandLine;

namespace MlNetDigits.Cli.Backquery;

/// <summary>What a person reads: the imagined digits side by side, and what the network says of them.</summary>
internal static class BackqueryText
{
    private const int DigitsPerRow = 5;
    private const string Between = "  ";

    /// <summary>Renders imagined digits, within 80 columns.</summary>
    public static string Render(BackqueryPlan plan, ImmutableArray<ImaginedDigit> digits, ToolConsole console) => string.Join('\n',
    [
        $"Model           {console.Shipped.Describe(plan.ModelPath, console.Folder)}\n",
        digits.Length == 1 ? Large(digits[0]) : string.Join('\n', digits.Chunk(DigitsPerRow).Select(SideBySide)),
        Closing(plan, digits, console.Folder),
    ]);

    private static string Large(ImaginedDigit digit)
    {
        string[] picture = Preview.Large(digit.Pixels);
        var places = ShownScores.Places(digit.Scores, picture.Length);
        var width = digit.ClassNames.Max(name => name.Length);
        return string.Concat(picture.Select((line, row) => $"  |{line}|{Score(digit, places[row], width)}\n"));
    }

    private static string Score(ImaginedDigit digit, int scored, int width) => scored < 0
        ? ""
        : Invariant($"  {(scored == digit.Best ? '>' : ' ')} {digit.ClassNames[scored].PadRight(width)}  {digit.Scores[scored]:F4}");

    /// <summary>A row of small pictures, each below what it was to be and what it is read as.</summary>
    private static string SideBySide(ImaginedDigit[] digits)
    {
        string[][] columns =
        [
            .. digits.Select(digit => (string[])
            [
                Invariant($"{digit.Digit}: read as {digit.Answer}"),
                Invariant($"{digit.Answer} scores {digit.AnswerScore:F2}"),
                digit.IsRecognized ? "" : Invariant($"{digit.Digit} scores {digit.Score:F2}"),
                .. Preview.Small(digit.Pixels),
            ]),
        ];
        var lines = Enumerable.Range(0, columns[0].Length)
            .Select(line => string.Join(Between, columns.Select(column => column[line].PadRight(Math.Max(Preview.SmallSide, column.Max(text => text.Length))))));
        return string.Concat(lines.Select(line => line.TrimEnd() + "\n"));
    }

    private static string Closing(BackqueryPlan plan, ImmutableArray<ImaginedDigit> digits, WorkingFolder folder)
    {
        var recognized = digits.Count(digit => digit.IsRecognized);
        var verdict = digits.Length == 1
            ? Invariant($"{digits[0].Digit} was asked for; the picture is read as {digits[0].Answer}")
            : Invariant($"{recognized} of {digits.Length} pictures are read as the {digits[0].Kind} that was asked for");
        var flat = digits.Any(digit => digit.Backquery.IsFlat)
            ? "Flat            a layer says the same of every pixel, so there is nothing to see\n"
            : "";
        var written = plan.Picture is { } picture ? folder.Shown(picture) : "none; --out FILE.png draws one";
        return $"{flat}Recognised      {verdict}\nPicture         {written}\n";
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
