using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Simd;

public class VectorPartsTests
{
    public static TheoryData<int, int> Sizes => VectorKinds.Of(Enumerable.Range(1, VectorParts.MaxVectors));

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Dispatch_SoManyVectors_GivesPartsOfThatWidth(int bits, int vectors)
        => Assert.Equal(bits * vectors, VectorCode.Of(bits).Width.Dispatch(new Widths(vectors)) * 8 * sizeof(float));

    [Theory]
    [InlineData(0)]
    [InlineData(VectorParts.MaxVectors + 1)]
    public void Dispatch_NoVectorsOrTooMany_SaysHowManyThereMayBe(int vectors)
        => Assert.Contains(
            "from 1 to 13",
            Assert.Throws<ArgumentOutOfRangeException>(() => VectorCode.W256.Width.Dispatch(new Widths(vectors))).Message,
            StringComparison.Ordinal);

    private sealed record Widths(int Vectors) : IVectorWork<int>, IPartsWork<int>
    {
        public int Run<TFloats>()
            where TFloats : struct, IFloatMath<TFloats> => VectorParts.Dispatch<TFloats, int>(Vectors, this);

        public int Run<TA, TB, TC, TD>()
            where TA : struct, IFloats<TA>
            where TB : struct, IFloats<TB>
            where TC : struct, IFloats<TC>
            where TD : struct, IFloats<TD> => TA.Width + TB.Width + TC.Width + TD.Width;
    }
}
