using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace MlNetDigits;

/// <summary>
/// Four vectors, one after another in memory, taken as one: enough independent work to keep the processor's multipliers
/// busy, and one look at a record's index for four times as many weights.
/// </summary>
/// <remarks>
/// Four fields: more would not be kept in registers. Every member is inlined: what lives across a call would be kept on
/// the stack for the whole of a kernel.
/// </remarks>
[SuppressMessage("Style", "IDE0044", Justification = "AddProduct changes the fields; readonly ones it would copy, and change the copies.")]
internal unsafe struct Floats4<TFloats>(TFloats v0, TFloats v1, TFloats v2, TFloats v3) : IFloats<Floats4<TFloats>>
    where TFloats : struct, IFloats<TFloats>
{
    private TFloats _v0 = v0;
    private TFloats _v1 = v1;
    private TFloats _v2 = v2;
    private TFloats _v3 = v3;

    /// <inheritdoc/>
    public static int Width => 4 * TFloats.Width;

    /// <inheritdoc/>
    public static Floats4<TFloats> Zero
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(TFloats.Zero, TFloats.Zero, TFloats.Zero, TFloats.Zero);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats4<TFloats> operator +(Floats4<TFloats> a, Floats4<TFloats> b)
        => new(a._v0 + b._v0, a._v1 + b._v1, a._v2 + b._v2, a._v3 + b._v3);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats4<TFloats> operator *(Floats4<TFloats> a, Floats4<TFloats> b)
        => new(a._v0 * b._v0, a._v1 * b._v1, a._v2 * b._v2, a._v3 * b._v3);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats4<TFloats> Create(float value)
    {
        var vector = TFloats.Create(value);
        return new(vector, vector, vector, vector);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats4<TFloats> Load(float* source) => new(
        TFloats.Load(source),
        TFloats.Load(source + TFloats.Width),
        TFloats.Load(source + (2 * TFloats.Width)),
        TFloats.Load(source + (3 * TFloats.Width)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddProduct(Floats4<TFloats> a, Floats4<TFloats> b)
    {
        _v0.AddProduct(a._v0, b._v0);
        _v1.AddProduct(a._v1, b._v1);
        _v2.AddProduct(a._v2, b._v2);
        _v3.AddProduct(a._v3, b._v3);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddProduct(Floats4<TFloats> a, float b) => AddProduct(a, Create(b));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddProduct(float* a, float b)
    {
        _v0.AddProduct(a, b);
        _v1.AddProduct(a + TFloats.Width, b);
        _v2.AddProduct(a + (2 * TFloats.Width), b);
        _v3.AddProduct(a + (3 * TFloats.Width), b);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Store(float* destination)
    {
        _v0.Store(destination);
        _v1.Store(destination + TFloats.Width);
        _v2.Store(destination + (2 * TFloats.Width));
        _v3.Store(destination + (3 * TFloats.Width));
    }
}
