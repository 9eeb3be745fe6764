using System.Runtime.CompilerServices;

namespace MlNetDigits;

/// <summary>The sigmoid of many floats, inlined into the kernels that call it.</summary>
/// <remarks>
/// .NET's own <c>Vector512.Exp</c> is a call from a kernel, and for the first seconds a call into slow code: the runtime
/// compiles it fully only after a while.
/// </remarks>
internal static class Sigmoid<TFloats>
    where TFloats : struct, IFloatMath<TFloats>
{
    // Beyond, the sigmoid is 0 or 1 to single precision, and the exponential would leave the range of a float.
    private const float Limit = 87f;

    private const float Log2E = 1.44269504f;

    // ln 2 in two parts, the first with few bits, so that n times it is exact.
    private const float Ln2High = 0.693359375f;
    private const float Ln2Low = -2.12194440e-4f;

    /// <summary><c>1 / (1 + exp(-z))</c>, off by at most a few units in the last place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TFloats Of(TFloats z)
    {
        var one = TFloats.Create(1f);
        return one / (one + Exp(z * TFloats.Create(-1f)));
    }

    /// <summary>The slope of the sigmoid where its value is <paramref name="value"/>: <c>s - s s</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TFloats Slope(TFloats value)
        => TFloats.MultiplyAdd(value * TFloats.Create(-1f), value, value);

    /// <summary>exp(x), for x beyond ±87 that of the limit.</summary>
    /// <remarks>exp(x) = 2^n exp(r) with r in [-ln 2 / 2, ln 2 / 2], and a Taylor polynomial for exp(r).</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TFloats Exp(TFloats x)
    {
        x = TFloats.Clamp(x, TFloats.Create(-Limit), TFloats.Create(Limit));
        var n = TFloats.Round(x * TFloats.Create(Log2E));
        var r = TFloats.MultiplyAdd(n, TFloats.Create(-Ln2Low), TFloats.MultiplyAdd(n, TFloats.Create(-Ln2High), x));
        var sum = TFloats.MultiplyAdd(TFloats.Create(1 / 720f), r, TFloats.Create(1 / 120f));
        sum = TFloats.MultiplyAdd(sum, r, TFloats.Create(1 / 24f));
        sum = TFloats.MultiplyAdd(sum, r, TFloats.Create(1 / 6f));
        sum = TFloats.MultiplyAdd(sum, r, TFloats.Create(1 / 2f));
        sum = TFloats.MultiplyAdd(sum, r, TFloats.Create(1f));
        sum = TFloats.MultiplyAdd(sum, r, TFloats.Create(1f));
        return sum * TFloats.PowerOfTwo(n);
    }
}
