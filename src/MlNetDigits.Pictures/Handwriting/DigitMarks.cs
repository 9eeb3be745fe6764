using System.Collections.Immutable;

namespace MlNetDigits.Pictures;

/// <summary>The marks of a picture, told apart.</summary>
/// <param name="Digits">What is read, in no order; at least one.</param>
/// <param name="LeftOut">What is not; boxes are those of the plane of ink.</param>
internal sealed record DigitMarks(ImmutableArray<BlobGroup> Digits, ImmutableArray<LeftOutMark> LeftOut);
