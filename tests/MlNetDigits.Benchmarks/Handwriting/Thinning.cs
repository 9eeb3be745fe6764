namespace MlNetDigits.Benchmarks;

/// <summary>
/// Thins strokes to lines of one pixel, by the algorithm of T. Y. Zhang and C. Y. Suen, "A Fast Parallel Algorithm for
/// Thinning Digital Patterns" (1984).
/// </summary>
internal static class Thinning
{
    /// <summary>Thins.</summary>
    /// <param name="ink">The strokes, row by row; the outermost rows and columns are paper.</param>
    /// <param name="width">The columns.</param>
    public static bool[] Thin(bool[] ink, int width)
    {
        var thin = (bool[])ink.Clone();
        while (Peel(thin, width, isFirst: true) | Peel(thin, width, isFirst: false))
        {
        }

        return thin;
    }

    private static bool Peel(bool[] ink, int width, bool isFirst)
    {
        int[] gone = [.. Enumerable.Range(0, ink.Length).Where(i => ink[i] && IsEdge(ink, width, i, isFirst))];
        foreach (var i in gone)
            ink[i] = false;
        return gone.Length > 0;
    }

    private static bool IsEdge(bool[] ink, int width, int i, bool isFirst)
    {
        // Clockwise from above.
        ReadOnlySpan<bool> around =
        [
            ink[i - width], ink[i - width + 1], ink[i + 1], ink[i + width + 1],
            ink[i + width], ink[i + width - 1], ink[i - 1], ink[i - width - 1],
        ];
        var (neighbours, changes) = (0, 0);
        for (var k = 0; k < 8; k++)
        {
            neighbours += around[k] ? 1 : 0;
            changes += !around[k] && around[(k + 1) % 8] ? 1 : 0;
        }

        var (up, right, down, left) = (around[0], around[2], around[4], around[6]);
        return neighbours is >= 2 and <= 6
            && changes == 1
            && (isFirst ? !(up && right && down) && !(right && down && left) : !(up && right && left) && !(up && down && left));
    }
}
