namespace MlNetDigits.Pictures;

/// <summary>How the ink of a patch lies, by its moments.</summary>
/// <param name="Length">The length along its main axis.</param>
/// <param name="Thickness">The mean thickness across it.</param>
/// <param name="Slant">How far the main axis leans to the right of upright, in degrees, -90 to 90.</param>
/// <param name="Spread">The deviation across the main axis in thicknesses: of a straight stroke 0.29.</param>
internal sealed record StrokeShape(double Length, double Thickness, double Slant, double Spread)
{
    private const double MostSpread = 0.36;
    private const double Slenderest = 4;

    /// <summary>Whether it is one straight stroke.</summary>
    public bool IsStraight => Spread <= MostSpread && Length >= Slenderest * Thickness;

    /// <summary>Measures some pixels, at least one.</summary>
    public static StrokeShape Of(IEnumerable<InkRun> runs)
    {
        var (n, sx, sy, sxx, sxy, syy) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0);
        foreach (var run in runs)
        {
            double y = run.Row;
            for (var x = run.Start; x < run.End; x++)
                (n, sx, sy, sxx, sxy, syy) = (n + 1, sx + x, sy + y, sxx + ((double)x * x), sxy + (x * y), syy + (y * y));
        }

        // A pixel is no point: a twelfth for its own extent.
        var (xx, xy, yy) = ((sxx / n) - (sx / n * (sx / n)) + (1 / 12.0), (sxy / n) - (sx / n * (sy / n)), (syy / n) - (sy / n * (sy / n)) + (1 / 12.0));
        var (mean, off) = ((xx + yy) / 2, Math.Sqrt(((xx - yy) * (xx - yy) / 4) + (xy * xy)));
        var length = Math.Sqrt(12 * (mean + off));
        var thickness = n / length;

        // Rows go down: what leans to the right has larger columns where the rows are smaller.
        var slant = Math.Atan2(-2 * xy, yy - xx) / 2 * 180 / Math.PI;
        return new StrokeShape(length, thickness, slant, Math.Sqrt(Math.Max(mean - off, 0)) / thickness);
    }
}
