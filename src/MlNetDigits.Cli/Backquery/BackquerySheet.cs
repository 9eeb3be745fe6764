using System.Collections.Immutable;
using System.Globalization;
using MlNetDigits.Pictures;
using MlNetDigits.Reporting;

namespace MlNetDigits.Cli.Backquery;

/// <summary>The imagined digits as a picture.</summary>
internal static class BackquerySheet
{
    private const int Columns = 5;
    private const int FullWidth = 900;
    private const int SmallWidth = 480;

    /// <summary>All digits on one sheet; a single one large.</summary>
    public static ContactSheet Of(ImmutableArray<ImaginedDigit> digits) => new(
        "The network, run backwards",
        [.. digits.Select(digit => new GreyTile(DigitImage.ToPicture(digit.Pixels.AsMemory()), Caption(digit)))])
    {
        Note = $"What speaks for each {digits[0].Kind}: from the wanted answer back through the weights to the pixels. "
            + $"Shown {(digits.Length == 1 ? "this" : "these")}, the network reads {Recognized(digits)}.",
        Columns = Math.Min(Columns, digits.Length),
        Width = digits.Length < Columns ? SmallWidth : FullWidth,
    };

    private static string Recognized(ImmutableArray<ImaginedDigit> digits) => digits.Length == 1
        ? Invariant($"{digits[0].Answer}")
        : Invariant($"{digits.Count(digit => digit.IsRecognized)} of {digits.Length} as the {digits[0].Kind} that was asked for");

    private static string Caption(ImaginedDigit digit)
    {
        var answer = Invariant($"{digit.Answer} scores {digit.AnswerScore:F2}");
        return Invariant($"{digit.Digit}: read as {digit.Answer}\n")
            + (digit.IsRecognized ? answer : Invariant($"{answer}, {digit.Digit} {digit.Score:F2}"));
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
