namespace MlNetDigits;

/// <summary>
/// One handwritten digit. Two records are equal only if they share the same memory; compare the pixels with
/// <c>SequenceEqual</c>.
/// </summary>
/// <param name="Label">The digit, 0 to 9; of other classes the label that their files have.</param>
/// <param name="Pixels">784 bytes, row by row from the top left: 0 is background, 255 is ink.</param>
public readonly record struct DigitRecord(byte Label, ReadOnlyMemory<byte> Pixels)
{
    /// <summary>Refuses a record that is no digit before it is written or learned from.</summary>
    /// <param name="number">The record's place among others, from 1, for the message.</param>
    /// <param name="classes">The classes that it may be of.</param>
    /// <exception cref="ArgumentException">The label is of no class, or there are not 784 pixels.</exception>
    internal void Check(long number, DigitClasses classes)
    {
        if (classes.KeyOf(Label) == 0)
            throw new ArgumentException($"Digit {number} is labelled {Label}, but {classes.Describe()}.");
        if (Pixels.Length != DigitFormat.Pixels)
            throw new ArgumentException($"Digit {number} has {Pixels.Length} pixels, not {DigitFormat.Pixels}.");
    }
}
