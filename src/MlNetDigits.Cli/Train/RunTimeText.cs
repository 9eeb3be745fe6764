using System.Globalization;

namespace MlNetDigits.Cli.Train;

/// <summary>How long a run takes, told beforehand.</summary>
internal static class RunTimeText
{
    // Whoever waits for less need not be told.
    private const double WorthTelling = 3;

    // Up to here a smaller unit is told: 90 s, and 90 min.
    private const int MostOfAUnit = 100;

    /// <summary>Such as <c>about 14 s for 30 epochs</c>; null if it is not worth telling.</summary>
    /// <param name="seconds">About how many seconds.</param>
    /// <param name="epochs">How many epochs.</param>
    public static string? Render(double seconds, int epochs) => seconds < WorthTelling ? null : string.Create(
        CultureInfo.InvariantCulture, $"about {Duration(seconds)} for {epochs} epoch{(epochs == 1 ? "" : "s")}");

    private static string Duration(double seconds)
    {
        if (Math.Round(seconds) < MostOfAUnit)
            return Invariant($"{Math.Round(seconds)} s");
        var minutes = Math.Round(seconds / 60);
        return minutes < MostOfAUnit ? Invariant($"{minutes} min") : Invariant($"{minutes / 60:0.#} h");
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
