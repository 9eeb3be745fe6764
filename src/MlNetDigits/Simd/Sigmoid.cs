using System.Runtime.CompilerServices;

namespace MlNetDigits;

/// <summary>The sigmoid of many floats, inlined into the kernels that call it.</summary>
/// <remarks>
/// .NET's own <c>Vector512.Exp</c> is a call from a kernel, and for the first seconds a call into slow code: the runtime
/// compiles it fully only after a while.
/// </remarks>
internal static class Sigmoid<TSimd, TVector>
    where TSimd : struct, ISimdMath<TVector>
    where TVector : struct
{
    // Beyond, the sigmoid is 0 or 1 to single precision, and the exponential would leave the range of a float.
    private const float Limit = 87f;

    private const float Log2E = 1.44269504f;

    // ln 2 in two parts, the first with few bits, so that n times it is exact.
    private const float Ln2High = 0.693359375f;
    private const float Ln2Low = -2.12194440e-4f;

    /// <summary><c>1 / (1 + exp(-z))</c>, off by at most a few units in the last place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Of(TVector z)
    {
        var one = TSimd.Broadcast(1f);
        return TSimd.Divide(one, TSimd.Add(one, Exp(TSimd.Multiply(z, TSimd.Broadcast(-1f)))));
    }

    /// <summary>The slope of the sigmoid where its value is <paramref name="value"/>: <c>s - s s</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Slope(TVector value)
        => TSimd.MultiplyAdd(TSimd.Multiply(value, TSimd.Broadcast(-1f)), value, value);

    /// <summary>exp(x) = 2^n exp(r) with r in [-ln 2 / 2, ln 2 / 2], and a Taylor polynomial for exp(r).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Exp(TVector x)
    {
        x = TSimd.Clamp(x, TSimd.Broadcast(-Limit), TSimd.Broadcast(Limit));
        var n = TSimd.Round(TSimd.Multiply(x, TSimd.Broadcast(Log2E)));
        var r = TSimd.MultiplyAdd(n, TSimd.Broadcast(-Ln2Low), TSimd.MultiplyAdd(n, TSimd.Broadcast(-Ln2High), x));
        var sum = TSimd.MultiplyAdd(TSimd.Broadcast(1 / 720f), r, TSimd.Broadcast(1 / 120f));
        sum = TSimd.MultiplyAdd(sum, r, TSimd.Broadcast(1 / 24f));
        sum = TSimd.MultiplyAdd(sum, r, TSimd.Broadcast(1 / 6f));
        sum = TSimd.MultiplyAdd(sum, r, TSimd.Broadcast(1 / 2f));
        sum = TSimd.MultiplyAdd(sum, r, TSimd.Broadcast(1f));
        sum = TSimd.MultiplyAdd(sum, r, TSimd.Broadcast(1f));
        return TSimd.Multiply(sum, TSimd.PowerOfTwo(n));
    }
}
