namespace MlNetDigits.Pictures;

/// <summary>How long the dark and the light runs are that lie between two jumps of brightness.</summary>
/// <param name="longestLine">The longest row or column.</param>
internal sealed class RunTally(int longestLine)
{
    /// <summary>By length, how many runs are darker than what is on both sides.</summary>
    public int[] DarkRuns { get; } = new int[longestLine + 1];

    /// <summary>By length, how many runs are lighter than what is on both sides.</summary>
    public int[] LightRuns { get; } = new int[longestLine + 1];

    /// <summary>How many lines meet a dark run first, looking inwards from either end.</summary>
    public int DarkFirst { get; set; }

    /// <summary>How many lines meet a light run first, looking inwards from either end.</summary>
    public int LightFirst { get; set; }
}

/// <summary>
/// Finds the runs of a line of pixels. A jump is where the brightness has fallen from the highest value before, or
/// risen from the lowest, by a share of the higher value: this works alike on sharp and on blurred edges. What came
/// long before is forgotten bit by bit, so that slow changes of light are no jumps.
/// </summary>
/// <param name="contrast">The share of the higher value that makes a jump, in (0, 1).</param>
/// <param name="least">The least difference that makes a jump, in grey levels: above the noise.</param>
internal sealed class RunScanner(double contrast, int least)
{
    /// <summary>Counts the runs of one line.</summary>
    public void Scan(ReadOnlySpan<byte> line, RunTally tally)
    {
        // A run that is longer than this is no stroke but paper between two, or a sheet on a table.
        var longest = line.Length / 2;

        // A jump that takes longer than this many pixels is none.
        var fade = (float)(contrast / Math.Max(line.Length / 8, 8));
        var below = (float)(1 - contrast);
        float high = line[0], low = line[0];
        var (start, isDark, last) = (0, default(bool?), default(bool?));
        for (var x = 1; x < line.Length; x++)
        {
            float value = line[x];
            high = Math.Max(high * (1 - fade), value);
            low = Math.Min(low + (fade * value), value);
            var falls = isDark != true && value <= high * below && value <= high - least;
            var rises = isDark != false && low <= value * below && low <= value - least;
            if (!falls && !rises)
                continue;

            if (isDark is { } dark && x - start <= longest)
            {
                (dark ? tally.DarkRuns : tally.LightRuns)[x - start]++;
                if (last is null)
                    Vote(tally, dark);
                last = dark;
            }

            (high, low, isDark, start) = (value, value, falls, x);
        }

        if (last is { } inner)
            Vote(tally, inner);
    }

    private static void Vote(RunTally tally, bool isDark)
    {
        if (isDark)
            tally.DarkFirst++;
        else
            tally.LightFirst++;
    }
}
