using System.Runtime.CompilerServices;

namespace MlNetDigits.Tests.Simd;

public class AlignedFloatsTests
{
    private const int CacheLine = 64;

    [Fact]
    public void Constructor_AnyCount_StartsOnACacheLine()
        => Assert.All(Enumerable.Range(1, 200), count =>
        {
            using var floats = new AlignedFloats(count);
            Assert.Equal(0, Address(floats) % CacheLine);
        });

    [Fact]
    public void Constructor_MemoryThatWasUsedBefore_IsZero()
        => Assert.All(Enumerable.Range(1, 200), _ =>
        {
            using var floats = new AlignedFloats(1000);
            var span = floats.Span(0, 1000);
            Assert.Equal(-1, span.IndexOfAnyExcept(0f));
            span.Fill(1);
        });

    [Fact]
    public void Span_FromAStart_IsThatPart()
    {
        using var floats = new AlignedFloats(10);
        floats.Span(0, 10)[7] = 3;

        Assert.Equal([0, 3, 0], floats.Span(6, 3).ToArray());
    }

    [Fact]
    public void Constructor_NoFloats_IsAllowed()
    {
        using var floats = new AlignedFloats(0);

        Assert.Equal(0, floats.Length);
    }

    [Fact]
    public void Dispose_Twice_DoesNothingMore()
    {
        var floats = new AlignedFloats(10);

        floats.Dispose();

        Assert.Null(Record.Exception(floats.Dispose));
    }

    private static nint Address(AlignedFloats floats)
        => Unsafe.ByteOffset(ref Unsafe.NullRef<float>(), ref floats.Span(0, 1)[0]);
}
