namespace MlNetDigits.Benchmarks;

/// <summary>How a page is written, lit and photographed.</summary>
/// <param name="Name">For the table.</param>
internal sealed record PageWay(string Name)
{
    /// <summary>Pixels of the page per pixel of MNIST: a digit is 20 times this high.</summary>
    public double Scale { get; init; } = 2.5;

    /// <summary>The least space between digits, in heights of one; the largest is three times as wide.</summary>
    public double Gap { get; init; } = 0.2;

    /// <summary>How far digits are off their line, in heights of one.</summary>
    public double Jitter { get; init; } = 0.1;

    /// <summary>From line to line, in heights of a digit.</summary>
    public double LineStep { get; init; } = 1.7;

    /// <summary>Rows a column, by which lines fall.</summary>
    public double Slope { get; init; }

    /// <summary>How much light is missing in the far corner.</summary>
    public double Gradient { get; init; } = 0.45;

    /// <summary>The light that passes into a shadow with a sharp edge.</summary>
    public double Shadow { get; init; } = 1;

    /// <summary>The camera's grain, in grey levels.</summary>
    public double Grain { get; init; } = 3;

    /// <summary>How dark printed lines are, in shares of the paper's light.</summary>
    public double Ruling { get; init; }

    /// <summary>How dark the ink is, in shares of the paper's light.</summary>
    public double Ink { get; init; } = 0.8;

    /// <summary>Light ink on dark paper.</summary>
    public bool IsNegative { get; init; }

    /// <summary>The grey level at a place.</summary>
    /// <param name="share">How much of it is covered by ink.</param>
    /// <param name="x">The place, in shares of the width.</param>
    /// <param name="y">The place, in shares of the height.</param>
    /// <param name="isRuled">Whether a printed line is there.</param>
    /// <param name="random">The grain.</param>
    public byte Grey(double share, double x, double y, bool isRuled, Random random)
    {
        var light = (1 - (Gradient * (x + y) / 2)) * (x + (0.3 * y) > 0.6 ? Shadow : 1);
        var paper = 235 * (1 - (isRuled ? Ruling : 0));
        var lit = (paper + (((235 * (1 - Ink)) - paper) * share)) * light;
        var grey = (IsNegative ? 250 - lit : lit)
            + (Grain * (random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5) * 2);
        return (byte)Math.Clamp(grey, 0, 255);
    }
}
