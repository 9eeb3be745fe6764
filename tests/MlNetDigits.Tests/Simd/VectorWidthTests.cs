using System.Runtime.Intrinsics;
using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Simd;

public class VectorWidthTests
{
    [Fact]
    public void Dispatch_EachWidth_RunsTheVectorsOfThatWidth()
        => Assert.All(VectorCode.All, code => Assert.Equal(code.Bits, code.Width.Dispatch(new BitsOfVector())));

    [Fact]
    public void Widest_OnThisProcessor_HasInstructionsAndAllWiderOnesHaveNone()
    {
        Assert.Equal(Vector512.IsHardwareAccelerated, VectorWidth.Widest == VectorWidth.W512);
        Assert.Equal(Vector256.IsHardwareAccelerated, VectorWidth.Widest.Bits >= VectorWidth.W256.Bits);
    }

    private sealed class BitsOfVector : IVectorWork<int>
    {
        public int Run<TFloats>()
            where TFloats : struct, IFloatMath<TFloats> => 8 * sizeof(float) * TFloats.Width;
    }
}
