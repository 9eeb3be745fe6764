using System.Globalization;
using MlNetDigits.Pictures;

namespace MlNetDigits.Cli.Predict;

/// <summary>What of a picture was taken for no digit, and where it is.</summary>
internal static class LeftOutText
{
    private const int MostNamed = 4;

    /// <summary>One line; none if nothing was left out.</summary>
    public static IEnumerable<string> Lines(Answer answer)
    {
        var marks = answer.Question.LeftOut;
        if (marks.IsEmpty)
            yield break;

        var count = marks.Sum(mark => mark.Count);
        var named = string.Join("; ", marks.Take(MostNamed).Select(Named));
        var more = marks.Length > MostNamed ? "; and more" : "";
        yield return Invariant($"Left out: {count} mark{(count == 1 ? "" : "s")} ({named}{more})");
    }

    private static string Named(LeftOutMark mark)
    {
        var what = mark.Count == 1 ? $"a {mark.Kind}" : Invariant($"{mark.Count} {mark.Kind}s");
        return Invariant($"{what} at {mark.Box.Left},{mark.Box.Top} {mark.Box.Width} x {mark.Box.Height}");
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
