using System.Globalization;
using Spectre.Console;

namespace MlNetDigits.Cli.Train;

/// <summary>What stands beside a bar.</summary>
/// <param name="RecordsPerSecond">How fast training goes; null if that is not known yet.</param>
/// <param name="SecondsLeft">How long it takes until the bar is full; null if that is not known yet.</param>
internal readonly record struct ShownPace(double? RecordsPerSecond, double? SecondsLeft)
{
    private const string Key = "pace";

    /// <summary>How fast, in words; empty if that is not known.</summary>
    public string Speed => RecordsPerSecond is { } speed ? string.Create(CultureInfo.InvariantCulture, $"{speed,9:N0} records/s") : "";

    /// <summary>How long, in hours, minutes and seconds.</summary>
    public string Left => SecondsLeft is { } seconds && seconds < TimeSpan.MaxValue.TotalSeconds / 2 && TimeSpan.FromSeconds(Math.Ceiling(seconds)) is var left
        ? string.Create(CultureInfo.InvariantCulture, $"{(long)left.TotalHours:00}:{left:mm\\:ss}")
        : "--:--:--";

    /// <summary>What stands beside a bar.</summary>
    public static ShownPace Of(ProgressTask bar) => bar.State.Get<ShownPace>(Key);

    /// <summary>Puts it there.</summary>
    public void Put(ProgressTask bar)
    {
        var shown = this;
        bar.State.Update<ShownPace>(Key, _ => shown);
    }
}
