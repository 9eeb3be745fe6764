using System.Collections.Immutable;

namespace MlNetDigits.Pictures;

/// <summary>Tells patches of ink that may well be two digits or more.</summary>
/// <remarks>
/// Measured on 2,000 of MNIST's test digits and 1,000 pairs of them that touch: of the digits that the network is right
/// and sure of, 4 in 1,000 are taken for several; of the pairs that it would read as one digit and be sure, four fifths.
/// </remarks>
internal static class JoinedDigits
{
    // In strokes that a row of a digit crosses, in the mean: one digit has one or two, and the wider it is the fewer.
    private const double MostCrossings = 2.3;
    private const double CrossingsOfWidth = 0.3;

    // In heights: no digit is wider.
    private const double Widest = 1.67;

    // On a page, in what its other digits have: a hollow or a shaded font has many strokes in each.
    private const double WiderThanOthers = 1.3;
    private const double MoreCrossingsThanOthers = 1.3;

    /// <summary>What is said of such a digit.</summary>
    public const string Reason = "may be digits that touch";

    /// <summary>All digits of a page, with a doubt if one may be several and differs from most others in that.</summary>
    /// <param name="digits">The digits; at least two.</param>
    public static ImmutableArray<BlobGroup> Doubt(ImmutableArray<BlobGroup> digits)
    {
        var width = Median(digits.Select(digit => (double)digit.Box.Width));
        var crossings = Median(digits.Select(Crossings));
        return
        [
            .. digits.Select(digit => MayBeSeveral(digit)
                && digit.Box.Width >= WiderThanOthers * width
                && Crossings(digit) >= MoreCrossingsThanOthers * crossings ? digit with { Doubt = Reason } : digit),
        ];
    }

    /// <summary>Whether a digit may be several.</summary>
    public static bool MayBeSeveral(BlobGroup digit)
    {
        var aspect = (double)digit.Box.Width / digit.Box.Height;
        return aspect >= Widest || Crossings(digit) + (CrossingsOfWidth * aspect) >= MostCrossings;
    }

    /// <summary>How many strokes a row of a digit crosses, in the mean.</summary>
    public static double Crossings(BlobGroup digit)
        => (double)digit.Blobs.Sum(blob => Crossings(blob.Runs)) / digit.Box.Height;

    // Runs that lie end to end are one.
    private static int Crossings(ImmutableArray<InkRun> runs)
        => runs.Index().Count(run
            => run.Index == 0 || runs[run.Index - 1].Row < run.Item.Row || runs[run.Index - 1].End < run.Item.Start);

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[(sorted.Length - 1) / 2];
    }
}
