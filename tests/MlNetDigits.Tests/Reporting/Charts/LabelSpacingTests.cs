using CsCheck;
using MlNetDigits.Reporting;
using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Reporting.Charts;

public class LabelSpacingTests
{
    private const double Gap = 10;
    private const double Tolerance = 1e-6;

    private static readonly Gen<double[]> Wanted = Gen.Double[0, 200].Array[1, 12].Select(places => places.Order().ToArray());

    [Fact]
    public void Spread_Any_KeepsTheGapTheOrderAndTheBounds() => Wanted.ForAll(wanted =>
    {
        var places = LabelSpacing.Spread(wanted, Gap, 0, 200);

        Assert.Equal(wanted.Length, places.Length);
        Assert.All(places.Zip(places.Skip(1)), pair => Assert.True(pair.Second - pair.First >= Gap - Tolerance));
        Assert.All(places, place => Assert.InRange(place, -Tolerance, 200 + Tolerance));
    });

    [Fact]
    public void Spread_LabelsThatDoNotTouch_StayWhereTheyAre()
        => Assert.Equal([5.0, 15, 40], LabelSpacing.Spread([5, 15, 40], Gap, 0, 100));

    [Fact]
    public void Spread_LabelsOnOneSpot_SpreadEvenlyAroundIt()
        => Assert.Equal([40.0, 50, 60], LabelSpacing.Spread([50, 50, 50], Gap, 0, 100));

    [Fact]
    public void Spread_Any_NoSmallMoveComesNearerToWhatIsWanted() => Wanted.ForAll(wanted =>
    {
        var places = LabelSpacing.Spread(wanted, Gap, -1e6, 1e6);

        // Moving any run of neighbours together by a little either breaks a gap or makes it worse.
        for (var first = 0; first < wanted.Length; first++)
        {
            for (var end = first + 1; end <= wanted.Length; end++)
            {
                Assert.True(!CanMove(places, first, end, -1e-3) || Cost(wanted, places, first, end, -1e-3) >= Cost(wanted, places, first, end, 0) - Tolerance);
                Assert.True(!CanMove(places, first, end, 1e-3) || Cost(wanted, places, first, end, 1e-3) >= Cost(wanted, places, first, end, 0) - Tolerance);
            }
        }
    });

    private static bool CanMove(double[] places, int first, int end, double by)
        => (first == 0 || places[first] + by - places[first - 1] >= Gap)
            && (end == places.Length || places[end] - places[end - 1] - by >= Gap);

    private static double Cost(double[] wanted, double[] places, int first, int end, double by)
        => Enumerable.Range(first, end - first).Sum(i => Math.Pow(places[i] + by - wanted[i], 2));
}
