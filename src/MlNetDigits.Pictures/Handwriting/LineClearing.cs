using System.Collections.Immutable;

namespace MlNetDigits.Pictures;

/// <summary>Takes lines off the ink; strokes that cross them stay whole.</summary>
internal static class LineClearing
{
    /// <summary>The most rows of ink in a column that are taken for the line alone.</summary>
    public static int Widest(int thickness) => (int)(1.5 * thickness) + 1;

    /// <summary>The ink without lines: level ones, then upright ones.</summary>
    public static GreyImage Without(
        GreyImage ink, byte threshold, ImmutableArray<LevelLine> level, ImmutableArray<LevelLine> upright)
    {
        var cleared = level.IsEmpty ? ink : Clear(ink, threshold, level);
        return upright.IsEmpty ? cleared : Sliding.Turned(Clear(Sliding.Turned(cleared), threshold, upright));
    }

    private static GreyImage Clear(GreyImage ink, byte threshold, ImmutableArray<LevelLine> lines)
    {
        var pixels = ink.Pixels.ToArray();
        foreach (var line in lines)
        {
            var runs = Enumerable.Range(line.Start, line.Length)
                .Select(x => LevelLines.RunAt(ink, threshold, x, (int)Math.Round(line.At(x)), 1 + (line.Thickness / 2)))
                .ToArray();
            var isCrossed = IsCrossed(runs, line.Thickness);
            for (var i = 0; i < runs.Length; i++)
            {
                if (isCrossed[i] || runs[i].Bottom == 0)
                    continue;

                // Also the pale edge of the line.
                var (top, bottom) = (Math.Max(runs[i].Top - 1, 0), Math.Min(runs[i].Bottom + 1, ink.Height));
                for (var y = top; y < bottom; y++)
                    pixels[(y * ink.Width) + line.Start + i] = 0;
            }
        }

        return new GreyImage(ink.Width, ink.Height, pixels);
    }

    /// <summary>
    /// Where there is more ink than the line's; also between two such places that are close to each other: there a
    /// stroke may lie within the line.
    /// </summary>
    private static bool[] IsCrossed((int Top, int Bottom)[] runs, int thickness)
    {
        bool[] isCrossed = [.. runs.Select(run => run.Bottom - run.Top > Widest(thickness))];
        var last = int.MinValue / 2;
        for (var i = 0; i < isCrossed.Length; i++)
        {
            if (!isCrossed[i])
                continue;
            if (i - last <= 2.5 * thickness)
                isCrossed.AsSpan(last, i - last).Fill(true);
            last = i;
        }

        return isCrossed;
    }
}
