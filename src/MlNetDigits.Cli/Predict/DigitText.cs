using System.Globalization;
using MlNetDigits.Cli.CommandLine;
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
        var places = ShownScores.Places(prediction.Scores, picture.Length);
        var width = prediction.ClassNames.Max(name => name.Length);
        return string.Concat(picture.Select((line, row) => $"  |{line}|{Score(prediction, places[row], width)}\n"));
    }

    private static string Score(Prediction prediction, int digit, int width)
    {
        if (digit < 0)
            return "";
        var score = prediction.Scores[digit];
        var mark = digit == prediction.Best ? '>' : ' ';
        var bar = new string('█', (int)Math.Round(score * LongestBar));
        return string.Create(CultureInfo.InvariantCulture, $"  {mark} {prediction.ClassNames[digit].PadRight(width)}  {score:F4}  {bar}").TrimEnd();
    }
}
