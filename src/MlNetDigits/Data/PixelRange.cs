using System.Globalization;

namespace MlNetDigits;

/// <summary>
/// What the numbers of pixels in a file mean: which of them is background and which is full ink. What is read is scaled
/// so that 0 is background and 255 is ink, and rounded if that scaling changes anything.
/// </summary>
public sealed record PixelRange
{
    // Beyond this nobody's pictures go, and numbers are still told apart.
    private const double MostWritten = 1e9;

    /// <summary>Makes a range.</summary>
    /// <param name="background">The number of background, usually 0; above <paramref name="ink"/> if ink is dark.</param>
    /// <param name="ink">The number of full ink, usually 255.</param>
    /// <exception cref="ArgumentOutOfRangeException">They are the same, or one is no number of pixels.</exception>
    public PixelRange(double background, double ink)
    {
        if (!(Math.Abs(background) <= MostWritten))
            throw new ArgumentOutOfRangeException(nameof(background), background, "The background is a number of up to a milliard.");
        if (!(Math.Abs(ink) <= MostWritten) || ink == background)
            throw new ArgumentOutOfRangeException(nameof(ink), ink, "Ink is a number of up to a milliard, and another than the background.");
        (Background, Ink) = (background, ink);
    }

    /// <summary>0 to 255, as MNIST's pixels are.</summary>
    public static PixelRange Bytes { get; } = new(0, 255);

    /// <summary>The range that fits the whole data set: 0 to 255, 0 to 16, 0 to 1, or -1 to 1; or one of them turned.</summary>
    public static PixelRange Auto { get; } = new(0, 255) { IsAuto = true };

    /// <summary>The number of background.</summary>
    public double Background { get; }

    /// <summary>The number of full ink.</summary>
    public double Ink { get; }

    /// <summary>Whether the range is to be found out; the numbers mean nothing then.</summary>
    public bool IsAuto { get; private init; }

    /// <summary>The least number that a pixel may have.</summary>
    public double Min => Math.Min(Background, Ink);

    /// <summary>The greatest number that a pixel may have.</summary>
    public double Max => Math.Max(Background, Ink);

    /// <summary>Reads what people write: <c>255</c>, <c>1</c>, <c>0..16</c>, <c>-1..1</c>, <c>255..0</c>, <c>auto</c>.</summary>
    /// <param name="text">The number of full ink, or that of background and that of ink with two dots between; or auto.</param>
    /// <returns>The range; null if it is none.</returns>
    public static PixelRange? Parse(string? text)
    {
        if (string.Equals(text, "auto", StringComparison.OrdinalIgnoreCase))
            return Auto;
        var parts = (text ?? "").Split("..");
        double[] numbers = [.. parts.Select(Number)];
        var (background, ink) = numbers is [var only] ? (0, only) : (numbers[0], numbers[^1]);
        return parts.Length <= 2 && Math.Abs(background) <= MostWritten && Math.Abs(ink) <= MostWritten && background != ink
            ? new PixelRange(background, ink)
            : null;
    }

    /// <summary>The range as people write it.</summary>
    public override string ToString() => IsAuto ? "auto"
        : Background == 0 ? Ink.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{Background}..{Ink}");

    /// <summary>A number of the file from 0 (background) to 255 (ink).</summary>
    internal double Scale(double value) => this == Bytes ? value : Math.Round((value - Background) / (Ink - Background) * 255);

    private static double Number(string text)
        => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN;
}
