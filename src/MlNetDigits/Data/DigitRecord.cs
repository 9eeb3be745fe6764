namespace MlNetDigits;

/// <summary>
/// One handwritten digit. Two records are equal only if they share the same memory; compare the pixels with
/// <c>SequenceEqual</c>.
/// </summary>
/// <param name="Label">The digit, 0 to 9.</param>
/// <param name="Pixels">784 bytes, row by row from the top left: 0 is background, 255 is ink.</param>
public readonly record struct DigitRecord(byte Label, ReadOnlyMemory<byte> Pixels);
