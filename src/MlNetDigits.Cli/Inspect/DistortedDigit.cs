using System.Collections.Immutable;
using MlNetDigits.Training;

namespace MlNetDigits.Cli.Inspect;

/// <summary>A digit and what training sees in its place.</summary>
/// <param name="Digit">The digit itself.</param>
/// <param name="Epochs">Its pixels in one epoch after another.</param>
internal sealed record DistortedDigit(DigitRecord Digit, ImmutableArray<byte[]> Epochs)
{
    /// <summary>Reads a digit and distorts it as training does.</summary>
    /// <exception cref="InvalidInputException">The data is bad, or has fewer digits.</exception>
    public static DistortedDigit Of(DistortionPlan plan)
    {
        var digit = Find(plan.Data, plan.DataOptions, plan.Record);
        float[] image = [.. digit.Pixels.ToArray().Select(pixel => PixelScaling.Classic.Apply(pixel))];
        return new DistortedDigit(digit, [.. Enumerable.Range(1, DistortionPlan.Epochs).Select(epoch => PixelScaling.Classic.ToPixels(
            plan.Options.Distortions.Apply(image, ImageShape.Digit, plan.Seed, epoch, plan.Record - 1)))]);
    }

    private static DigitRecord Find(DigitSource data, DigitDataOptions options, int record)
    {
        var count = 0;
        foreach (var digit in DigitRecords.Read(data, options))
        {
            if (++count == record)
                return digit;
        }

        throw new InvalidInputException(
            data.Files[0], FormattableString.Invariant($"has {count} digit{(count == 1 ? "" : "s")}, so there is no digit {record}; name another with --record"));
    }
}
