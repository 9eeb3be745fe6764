using CsCheck;
using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Inside;

public class ValueHistogramTests
{
    [Fact]
    public void Of_AnyValues_CountsEachOnceWhereItsEdgesSay()
        => Gen.Select(Gen.OneOf(Gen.Float[-3, 3], Gen.Float[-1e30f, 1e30f], Gen.Float[0.1f, 0.1001f]).Array[1, 200], Gen.Int[2, 50]).ForAll((values, bins) =>
        {
            var histogram = ValueHistogram.Of(values, bins);

            var edges = histogram.Edges;
            var counted = Enumerable.Range(0, edges.Length - 1).Select(bin => values.LongCount(value =>
                value >= edges[bin] && (value < edges[bin + 1] || (bin == edges.Length - 2 && value == edges[^1]))));
            return histogram.Counts.SequenceEqual(counted)
                && histogram.Total == values.Length
                && histogram.Counts.Length <= bins;
        });

    [Theory]
    [InlineData(-0.93f, 0.51f, 20, new[] { -1, -0.9, -0.8, -0.7, -0.6, -0.5, -0.4, -0.3, -0.2, -0.1, 0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6 })]
    [InlineData(-0.93f, 0.51f, 4, new[] { -1, -0.5, 0, 0.5, 1 })]
    [InlineData(120f, 780f, 8, new[] { 100.0, 200, 300, 400, 500, 600, 700, 800 })]
    public void Of_Values_EdgesAreRoundNumbers(float low, float high, int bins, double[] edges)
        => Assert.Equal(edges, ValueHistogram.Of([low, high], bins).Edges.AsEnumerable());

    [Theory]
    [InlineData(0.25f)]
    [InlineData(-3e38f)]
    public void Of_ValuesThatAreAllEqual_OneRangeAroundThem(float value)
    {
        var histogram = ValueHistogram.Of([value, value, value], 10);

        Assert.Equal([3L], histogram.Counts.AsEnumerable());
        Assert.InRange(value, histogram.Edges[0], histogram.Edges[1]);
    }

    [Fact]
    public void Of_GivenEdges_TheLastOneBelongsToTheLastRange()
    {
        var histogram = ValueHistogram.Of([-0.1f, 0, 0.5f, 1, 1.1f, float.NaN], ValueHistogram.EvenEdges(0, 1, 2));

        Assert.Equal([1L, 2L], histogram.Counts.AsEnumerable());
    }

    [Fact]
    public void Of_NothingOrTooFewRangesOrFallingEdges_Throws()
    {
        Assert.Throws<ArgumentException>(() => ValueHistogram.Of([], 10));
        Assert.Throws<ArgumentOutOfRangeException>(() => ValueHistogram.Of([1], 1));
        Assert.Throws<ArgumentException>(() => ValueHistogram.Of([1], [1, 0]));
    }
}
