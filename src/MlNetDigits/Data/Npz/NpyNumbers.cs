using System.Globalization;

namespace MlNetDigits;

/// <summary>Turns the numbers of an array into bytes: pixels or labels.</summary>
/// <param name="form">How they are stored.</param>
/// <param name="isPixels">Whether they are pixels, and not labels.</param>
/// <param name="range">What pixels are said to go from and to; null for 0 to 255, unless none goes beyond 16.</param>
internal sealed class NpyNumbers(NumberForm form, bool isPixels, PixelRange? range)
{
    private readonly PixelRange _range = range ?? PixelRange.Bytes;
    private double _largest;

    /// <summary>Whether there is nothing to convert.</summary>
    public bool AreBytes => form.IsByte && _range == PixelRange.Bytes;

    /// <summary>Converts numbers. Pixels with fractions go to the nearest byte.</summary>
    /// <param name="stored">The numbers as they are stored.</param>
    /// <param name="values">Receives them.</param>
    /// <returns>The place of the first number that is none of the kind and what is wrong with it; -1 if all are.</returns>
    public (int At, string Problem) Convert(ReadOnlySpan<byte> stored, Span<byte> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            var number = form.Read(stored[(i * form.Length)..]);
            if (!(number >= _range.Min && number <= _range.Max) || (!isPixels && number != Math.Floor(number)))
            {
                return (i, string.Create(
                    CultureInfo.InvariantCulture,
                    $"is {number}, but {(isPixels ? "a pixel is a number" : "a label is a whole number")} from {_range.Min} to {_range.Max}"));
            }

            _largest = Math.Max(_largest, number);
            values[i] = (byte)Math.Round(_range.Scale(number));
        }

        return (-1, "");
    }

    /// <summary>What is wrong with all numbers together, to follow the array's name; null if nothing is.</summary>
    /// <remarks>What is left of such numbers as bytes tells nobody their range.</remarks>
    public string? FindProblem() => isPixels && range is null && form.IsFloat && _largest is > 0 and <= PixelRangeRule.MostOfOtherRanges
        ? string.Create(
            CultureInfo.InvariantCulture,
            $"has no pixel above {_largest}, but pixels go from 0 to 255; say what full ink is, such as --pixel-range {(_largest <= 1 ? 1 : PixelRangeRule.MostOfOtherRanges)}, in code with DigitDataOptions.PixelRange")
        : null;
}
