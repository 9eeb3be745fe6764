using System.Numerics;
using System.Runtime.CompilerServices;

namespace MlNetDigits;

/// <summary>Turns bytes into numbers as ML.NET wants them.</summary>
internal static class PixelFloats
{
    /// <summary>Widens pixels.</summary>
    /// <param name="pixels">The pixels.</param>
    /// <param name="values">Receives the same numbers: at least as many.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Widen(ReadOnlySpan<byte> pixels, Span<float> values)
    {
        var i = 0;
        for (; i + Vector<byte>.Count <= pixels.Length; i += Vector<byte>.Count)
        {
            Vector.Widen(new Vector<byte>(pixels[i..]), out var low, out var high);
            Widen(low, values[i..]);
            Widen(high, values[(i + Vector<ushort>.Count)..]);
        }

        for (; i < pixels.Length; i++)
            values[i] = pixels[i];
    }

    // As signed numbers, which every processor converts at once.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Widen(Vector<ushort> numbers, Span<float> values)
    {
        Vector.Widen(numbers, out var low, out var high);
        Vector.ConvertToSingle(Vector.AsVectorInt32(low)).CopyTo(values);
        Vector.ConvertToSingle(Vector.AsVectorInt32(high)).CopyTo(values[Vector<float>.Count..]);
    }
}
