namespace MlNetDigits.Tests.Simd;

public class SparseIndicesTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(true, 0)]
    [InlineData(true, 0, 3, 9)]
    [InlineData(false, 0, 3, 10)]
    [InlineData(false, -1, 3)]
    [InlineData(false, 3, 3)]
    [InlineData(false, 4, 3)]
    [InlineData(false, int.MaxValue)]
    public void AreRising_OfTenFeatures_KnowsWhatKernelsMayRead(bool expected, params int[] indices)
        => Assert.Equal(expected, SparseIndices.AreRising(indices, features: 10));
}
