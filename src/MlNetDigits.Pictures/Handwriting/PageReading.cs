using System.Collections.Immutable;

namespace MlNetDigits.Pictures;

/// <summary>What was found in a picture.</summary>
/// <param name="Digits">The digits in reading order, lines from top to bottom, each from left to right; at least one.
/// </param>
/// <param name="LeftOut">What else is there and was taken for no digit: lines, frames, signs, specks.</param>
public sealed record PageReading(ImmutableArray<FoundDigit> Digits, ImmutableArray<LeftOutMark> LeftOut);
