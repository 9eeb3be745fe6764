using System.Text;

namespace MlNetDigits;

/// <summary>Small pictures in text: each character is a pixel wide and two high.</summary>
public static class HalfBlockText
{
    /// <summary>Draws a picture.</summary>
    /// <param name="pixels">Row by row from the top left.</param>
    /// <param name="width">The columns; at least 1.</param>
    /// <param name="threshold">A pixel of so much or more is drawn as ink; 128 by default.</param>
    /// <returns>A line for each two rows, each ended by a line feed.</returns>
    /// <exception cref="ArgumentException">The pixels are not whole rows.</exception>
    public static string Render(ReadOnlySpan<byte> pixels, int width, int threshold = 128)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        if (pixels.Length % width != 0)
            throw new ArgumentException($"{pixels.Length} pixels are not whole rows of {width}.", nameof(pixels));

        var text = new StringBuilder((pixels.Length / 2) + (pixels.Length / width));
        for (var row = 0; row < pixels.Length; row += 2 * width)
        {
            for (var upper = row; upper < row + width; upper++)
            {
                var lower = upper + width;
                text.Append((pixels[upper] >= threshold, lower < pixels.Length && pixels[lower] >= threshold) switch
                {
                    (true, true) => '█',
                    (true, false) => '▀',
                    (false, true) => '▄',
                    (false, false) => ' ',
                });
            }

            text.Append('\n');
        }

        return text.ToString();
    }
}
