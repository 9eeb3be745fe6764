using System.Collections.Immutable;
using System.Globalization;

namespace MlNetDigits.Cli.Predict;

/// <summary>What a person reads: for each picture the answer, what the network saw, and all scores.</summary>
internal static class PredictText
{
    private const int LongestBar = 20;

    /// <summary>Renders predictions.</summary>
    public static string Render(ImmutableArray<Prediction> predictions)
        => string.Join('\n', predictions.Select(Render)) + Summary(predictions);

    private static string Render(Prediction prediction)
    {
        var picture = DigitImage.ToText(prediction.Question.Pixels.Span).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var above = (picture.Length - prediction.Scores.Length) / 2;
        var lines = picture.Select((line, row) => $"  |{line}|{Score(prediction, row - above)}\n");
        return $"{Answer(prediction)}\n{string.Concat(lines)}";
    }

    private static string Answer(Prediction prediction)
    {
        var place = prediction.Question.Line is { } line ? Invariant($", line {line}") : "";
        var verdict = prediction.IsRight switch
        {
            true => ", right",
            false => Invariant($", wrong: it is {prediction.Question.Label}"),
            null => "",
        };
        var doubt = prediction.IsSure ? "" : "  (not sure: no score is high)";
        return Invariant($"{prediction.Question.File}{place}: {prediction.Digit}{verdict}{doubt}");
    }

    private static string Score(Prediction prediction, int digit)
    {
        if (digit < 0 || digit >= prediction.Scores.Length)
            return "";
        var score = prediction.Scores[digit];
        var mark = digit == prediction.Digit ? '>' : ' ';
        var bar = new string('█', (int)Math.Round(score * LongestBar));
        return Invariant($"  {mark} {digit}  {score:F4}  {bar}").TrimEnd();
    }

    private static string Summary(ImmutableArray<Prediction> predictions)
    {
        var known = predictions.Count(prediction => prediction.IsRight is not null);
        return known < 2 ? "" : Invariant($"\n{predictions.Count(prediction => prediction.IsRight == true)} of {known} right\n");
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
