namespace MlNetDigits.Tests.Support;

/// <summary>Every width with every number of vectors taken as one.</summary>
internal static class VectorKinds
{
    public static TheoryData<int, int> Of(int minVectors, int maxVectors)
    {
        var kinds = new TheoryData<int, int>();
        foreach (var code in VectorCode.All)
        {
            for (var vectors = minVectors; vectors <= maxVectors; vectors++)
                kinds.Add(code.Bits, vectors);
        }

        return kinds;
    }
}
