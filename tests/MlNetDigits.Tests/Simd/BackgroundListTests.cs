using CsCheck;
using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Simd;

/// <summary>What differs from a background is found whole, wherever it lies.</summary>
public unsafe class BackgroundListTests
{
    private const float Background = 0.25f;

    private static readonly Gen<float[]> Records = Gen.Select(Gen.Int[1, 2100], Gen.Double[0, 1], Gen.Int[0, 9999])
        .Select((features, share, seed) =>
        {
            var random = new Random(seed);
            return Enumerable.Range(0, features)
                .Select(_ => random.NextDouble() < share ? Background : random.NextSingle())
                .ToArray();
        });

    [Fact]
    public void Fill_AnyRecord_ListsEachFeatureThatDiffersAndByHowMuch()
        => Records.ForAll(record =>
        {
            var (indices, differences, _) = Fill(record);

            Assert.Equal(Enumerable.Range(0, record.Length).Where(i => record[i] != Background), indices);
            Assert.Equal(indices.Select(i => record[i] - Background), differences);
        });

    [Fact]
    public void Fill_AnyRecord_NotesWhereEachGrainStarts()
        => Records.ForAll(record =>
        {
            var grains = new FeatureGrains(record.Length);
            var (indices, _, starts) = Fill(record);

            for (var grain = 0; grain < grains.Count; grain++)
            {
                Assert.All(
                    indices[starts[grain]..starts[grain + 1]],
                    index => Assert.InRange(index, grain * grains.Size, ((grain + 1) * grains.Size) - 1));
            }

            Assert.Equal((0, indices.Length), (starts[0], starts[^1]));
        });

    [Fact]
    public void FindStarts_OfAListThatWasFilled_AreTheSame()
        => Records.ForAll(record =>
        {
            var (indices, _, expected) = Fill(record);
            var starts = new int[expected.Length];

            BackgroundList.FindStarts(indices, new FeatureGrains(record.Length), first: 0, starts);

            Assert.Equal(expected, starts);
        });

    [Fact]
    public void Fill_FeaturesThatAreNoNumbers_DifferFromAnyBackground()
    {
        float[] record = [float.NaN, Background, float.PositiveInfinity, -0f];

        Assert.Equal([0, 2, 3], Fill(record).Indices);
    }

    [Fact]
    public void GrainsPerTile_OfAnySize_AreSome()
        => Gen.Select(Gen.Int[1, 1_000_000], Gen.Int[4, 4096], Gen.Long[0, 1_000_000]).ForAll((features, width, stored) =>
        {
            var grains = new FeatureGrains(features);

            Assert.InRange(grains.GrainsPerTile(width, stored), 1, grains.Count);
            Assert.InRange(features, ((grains.Count - 1L) * grains.Size) + 1, (long)grains.Count * grains.Size);
            Assert.InRange(grains.Count, 1, 64);
        });

    private static (int[] Indices, float[] Differences, int[] Starts) Fill(float[] features)
    {
        var grains = new FeatureGrains(features.Length);
        var (indices, differences) = (new int[features.Length], new float[features.Length]);
        var starts = new int[grains.Count + 1];
        fixed (float* record = features, difference = differences)
        fixed (int* index = indices, start = starts)
            BackgroundList.Fill(record, Background, grains, index, difference, first: 0, start);
        return (indices[..starts[^1]], differences[..starts[^1]], starts);
    }
}
