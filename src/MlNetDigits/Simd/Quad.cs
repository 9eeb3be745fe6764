using System.Runtime.CompilerServices;

namespace MlNetDigits;

/// <summary>
/// Four vectors taken as one: enough independent work to keep the processor's multipliers busy, and one look at a
/// record's index for four times as many weights.
/// </summary>
internal readonly unsafe struct Quad<TSimd, TVector> : ISimd<QuadVector<TVector>>
    where TSimd : struct, ISimd<TVector>
    where TVector : struct
{
    /// <inheritdoc/>
    public static int Width => 4 * TSimd.Width;

    /// <inheritdoc/>
    public static QuadVector<TVector> Zero => new(TSimd.Zero, TSimd.Zero, TSimd.Zero, TSimd.Zero);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static QuadVector<TVector> Broadcast(float value)
    {
        var vector = TSimd.Broadcast(value);
        return new(vector, vector, vector, vector);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static QuadVector<TVector> Load(float* source) => new(
        TSimd.Load(source),
        TSimd.Load(source + TSimd.Width),
        TSimd.Load(source + (2 * TSimd.Width)),
        TSimd.Load(source + (3 * TSimd.Width)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(QuadVector<TVector> value, float* destination)
    {
        TSimd.Store(value.A, destination);
        TSimd.Store(value.B, destination + TSimd.Width);
        TSimd.Store(value.C, destination + (2 * TSimd.Width));
        TSimd.Store(value.D, destination + (3 * TSimd.Width));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static QuadVector<TVector> Add(QuadVector<TVector> a, QuadVector<TVector> b)
        => new(TSimd.Add(a.A, b.A), TSimd.Add(a.B, b.B), TSimd.Add(a.C, b.C), TSimd.Add(a.D, b.D));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static QuadVector<TVector> Multiply(QuadVector<TVector> a, QuadVector<TVector> b)
        => new(TSimd.Multiply(a.A, b.A), TSimd.Multiply(a.B, b.B), TSimd.Multiply(a.C, b.C), TSimd.Multiply(a.D, b.D));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static QuadVector<TVector> MultiplyAdd(
        QuadVector<TVector> a, QuadVector<TVector> b, QuadVector<TVector> c) => new(
        TSimd.MultiplyAdd(a.A, b.A, c.A),
        TSimd.MultiplyAdd(a.B, b.B, c.B),
        TSimd.MultiplyAdd(a.C, b.C, c.C),
        TSimd.MultiplyAdd(a.D, b.D, c.D));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sum(QuadVector<TVector> a) => TSimd.Sum(TSimd.Add(TSimd.Add(a.A, a.B), TSimd.Add(a.C, a.D)));
}
