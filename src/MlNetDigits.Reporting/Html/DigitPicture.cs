using MlNetDigits.Pictures;

namespace MlNetDigits.Reporting;

/// <summary>Puts pictures of digits into a page.</summary>
internal static class DigitPicture
{
    /// <summary>The picture of a digit, with its PNG in it; nothing if there are no pixels.</summary>
    /// <param name="answer">The digit and what the model said.</param>
    /// <param name="names">The names of the classes.</param>
    public static Markup Render(Answer answer, IReadOnlyList<string> names)
    {
        if (answer.Pixels.IsEmpty)
            return Markup.None;
        var png = Convert.ToBase64String(PictureFile.ToPng(DigitImage.ToPicture(answer.Pixels)));
        return Markup.Of($"""<img class="digit" width="28" height="28" src="data:image/png;base64,{png}" alt="{Describe(answer, names)}"/>""");
    }

    /// <summary>What a picture shows, in words.</summary>
    public static string Describe(Answer answer, IReadOnlyList<string> names) => answer.IsRight
        ? $"Row {Shown.Count(answer.Row)}: {names[answer.TrueClass]}, rightly said"
        : $"Row {Shown.Count(answer.Row)}: {names[answer.TrueClass]}, taken for {names[answer.PredictedClass]}";
}
