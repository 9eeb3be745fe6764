using System.Globalization;

namespace MlNetDigits.Cli.Predict;

/// <summary>The digits of a page, a line each.</summary>
internal static class PageTable
{
    /// <summary>Renders the table.</summary>
    public static string Render(Answer answer)
        => "line place  digit   score  next           at        size\n" + string.Concat(answer.Digits.Select(Row));

    /// <summary>Where a digit is, in words.</summary>
    public static string Place(Prediction prediction)
        => Invariant($"Line {prediction.Found.Line + 1}, place {prediction.Found.Position + 1}: {prediction.Digit}{Remarks(prediction)}");

    private static string Row(Prediction prediction)
    {
        var (found, next) = (prediction.Found, prediction.RunnerUp);
        var at = Invariant($"{found.Box.Left},{found.Box.Top}");
        var size = Invariant($"{found.Box.Width} x {found.Box.Height}");
        return Invariant($"{found.Line + 1,4} {found.Position + 1,5}  {prediction.Digit,5}  {prediction.Scores[prediction.Digit]:F4}")
            + Invariant($"  {next}: {prediction.Scores[next]:F4}  {at,9}  {size,10}{Remarks(prediction)}\n");
    }

    private static string Remarks(Prediction prediction)
        => (prediction.IsSure ? "" : "  not sure") + (prediction.IsRight == false ? Invariant($"  wrong: it is {prediction.Label}") : "");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
