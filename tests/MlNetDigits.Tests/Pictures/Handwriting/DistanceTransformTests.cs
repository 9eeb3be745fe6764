using CsCheck;
using MlNetDigits.Pictures;
using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Pictures.Handwriting;

public class DistanceTransformTests
{
    [Fact]
    public void Distances_AnySet_SameAsLookingAtEveryPair()
        => Gen.Select(Gen.Int[1, 12], Gen.Int[1, 12]).SelectMany((width, height)
            => Gen.Int[0, 9].Array[width * height].Select(values => (width, isInSet: Array.ConvertAll(values, value => value == 0))))
            .Where(test => test.isInSet.Contains(true))
            .ForAll((width, isInSet) =>
            {
                var distances = DistanceTransform.Distances(isInSet, width);
                for (var i = 0; i < isInSet.Length; i++)
                {
                    var nearest = Enumerable.Range(0, isInSet.Length).Where(j => isInSet[j])
                        .Min(j => double.Hypot((i % width) - (j % width), (i / width) - (j / width)));
                    Assert.Equal(nearest, distances[i], 1e-4);
                }
            });
}
