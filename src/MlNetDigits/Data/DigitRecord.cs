namespace MlNetDigits;

/// <summary>
/// One handwritten digit. Two records are equal only if they share the same memory; compare the pixels with
/// <c>SequenceEqual</c>.
/// </summary>
/// <param name="Label">The digit, 0 to 9.</param>
/// <param name="Pixels">784 bytes, row by row from the top left: 0 is background, 255 is ink.</param>
public readonly record struct DigitRecord(byte Label, ReadOnlyMemory<byte> Pixels)
{
    /// <summary>Refuses a record that is no digit before it is written or learned from.</summary>
    /// <param name="number">The record's place among others, from 1, for the message.</param>
    /// <exception cref="ArgumentException">The label is above 9, or there are not 784 pixels.</exception>
    internal void Check(long number)
    {
        if (Label >= DigitFormat.Classes)
            throw new ArgumentException($"Digit {number} is labelled {Label}, but labels go from 0 to 9.");
        if (Pixels.Length != DigitFormat.Pixels)
            throw new ArgumentException($"Digit {number} has {Pixels.Length} pixels, not {DigitFormat.Pixels}.");
    }
}
