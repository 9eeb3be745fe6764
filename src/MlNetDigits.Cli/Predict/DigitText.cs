using System.Globalization;
using MlNetDigits.Pictures;

namespace MlNetDigits.Cli.Predict;

/// <summary>What the network saw of a digit and all scores, side by side.</summary>
internal static class DigitText
{
    private const int LongestBar = 20;

    /// <summary>Renders one digit: 14 lines, each ended by a line feed.</summary>
    public static string Render(Prediction prediction)
    {
        var picture = DigitImage.ToText(prediction.Found.Pixels.Span).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var above = (picture.Length - prediction.Scores.Length) / 2;
        return string.Concat(picture.Select((line, row) => $"  |{line}|{Score(prediction, row - above)}\n"));
    }

    private static string Score(Prediction prediction, int digit)
    {
        if (digit < 0 || digit >= prediction.Scores.Length)
            return "";
        var score = prediction.Scores[digit];
        var mark = digit == prediction.Digit ? '>' : ' ';
        var bar = new string('█', (int)Math.Round(score * LongestBar));
        return string.Create(CultureInfo.InvariantCulture, $"  {mark} {digit}  {score:F4}  {bar}").TrimEnd();
    }
}
