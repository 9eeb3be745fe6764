namespace MlNetDigits;

/// <summary>One digit of a CSV file; the same one is filled again and again.</summary>
internal sealed class CsvRow
{
    /// <summary>The label; of no meaning if the file has none.</summary>
    public byte Label { get; set; }

    /// <summary>784 pixels, 0 to 255, rounded if they are not whole.</summary>
    public byte[] Pixels { get; set; } = new byte[DigitFormat.Pixels];

    /// <summary>The pixels as they are.</summary>
    public float[] Exact { get; } = new float[DigitFormat.Pixels];

    /// <summary>Whether <see cref="Pixels"/> are all there is; <see cref="Exact"/> means nothing then.</summary>
    public bool IsWhole { get; set; }

    /// <summary>Where in the line the field is that numbers the digits; nothing if there is none.</summary>
    public Range Id { get; set; }
}
