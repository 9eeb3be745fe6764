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
    {
        var found = prediction.Found;
        return Invariant($"Line {found.Line + 1}, place {found.Position + 1}: {prediction.Digit}{Remarks(prediction)}");
    }

    private static string Row(Prediction prediction)
    {
        var found = prediction.Found;
        var at = Invariant($"{found.Box.Left},{found.Box.Top}");
        var size = Invariant($"{found.Box.Width} x {found.Box.Height}");
        return Invariant($"{found.Line + 1,4} {found.Position + 1,5}  {prediction.Digit,5}  {prediction.Score:F4}")
            + Invariant($"  {prediction.RunnerUp}: {prediction.NextScore:F4}  {at,9}  {size,10}{Remarks(prediction)}\n");
    }

    private static string Remarks(Prediction prediction)
    {
        var doubt = PredictText.After("  ", PredictText.Doubt(prediction));
        return prediction.IsRight == false ? Invariant($"{doubt}  wrong: it is {prediction.Label}") : doubt;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
