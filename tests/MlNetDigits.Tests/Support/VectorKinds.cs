namespace MlNetDigits.Tests.Support;

/// <summary>Every width with some numbers of vectors taken as one.</summary>
internal static class VectorKinds
{
    public static TheoryData<int, int> Of(params IEnumerable<int> numbers)
    {
        var kinds = new TheoryData<int, int>();
        foreach (var code in VectorCode.All)
        {
            foreach (var vectors in numbers)
                kinds.Add(code.Bits, vectors);
        }

        return kinds;
    }
}
