using System.Runtime.InteropServices;

namespace MlNetDigits;

/// <summary>
/// Floats, zero at first, that start on a cache line's boundary and do not move, so that no vector of them lies across
/// two lines.
/// </summary>
internal sealed unsafe class AlignedFloats : IDisposable
{
    private const int CacheLine = 64;

    private float* _pointer;

    public AlignedFloats(long count)
    {
        Length = count;
        var bytes = checked((nuint)count * sizeof(float));
        _pointer = (float*)NativeMemory.AlignedAlloc(Math.Max(bytes, 1), CacheLine);
        NativeMemory.Clear(_pointer, bytes);
    }

    ~AlignedFloats() => Free();

    /// <summary>The number of floats.</summary>
    public long Length { get; }

    /// <summary>The first float.</summary>
    public float* Pointer => _pointer;

    /// <summary>The number of floats from <paramref name="start"/> on.</summary>
    public Span<float> Span(long start, int count) => new(_pointer + start, count);

    /// <inheritdoc/>
    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    private void Free()
    {
        NativeMemory.AlignedFree(_pointer);
        _pointer = null;
    }
}
