using System.Collections.Immutable;

namespace MlNetDigits.Pictures;

/// <summary>A connected patch of ink: each pixel touches another one, also by a corner.</summary>
/// <param name="Box">The box around it.</param>
/// <param name="Area">Its pixels.</param>
/// <param name="Runs">Its pixels as parts of rows, from the top, each row from the left.</param>
internal sealed record Blob(PictureBox Box, int Area, ImmutableArray<InkRun> Runs)
{
    /// <summary>The patch of some pixels: at least one run, from the top, each row from the left.</summary>
    public static Blob Of(ImmutableArray<InkRun> runs)
    {
        var (left, right) = (runs.Min(run => run.Start), runs.Max(run => run.End));
        var (top, bottom) = (runs[0].Row, runs[^1].Row + 1);
        return new Blob(
            new PictureBox(left, top, right - left, bottom - top), runs.Sum(run => run.Length), runs);
    }
}

/// <summary>Pixels of ink that lie side by side in one row.</summary>
/// <param name="Row">The row.</param>
/// <param name="Start">The first column.</param>
/// <param name="End">The column after the last one.</param>
internal readonly record struct InkRun(int Row, int Start, int End)
{
    /// <summary>The number of pixels.</summary>
    public int Length => End - Start;
}
