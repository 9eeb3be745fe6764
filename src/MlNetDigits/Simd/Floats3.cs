using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace MlNetDigits;

/// <summary>Three vectors, one after another in memory, taken as one.</summary>
/// <remarks><inheritdoc cref="Floats4{TFloats}" path="/remarks/node()"/></remarks>
[SuppressMessage("Style", "IDE0044", Justification = "AddProduct changes the fields; readonly ones it would copy, and change the copies.")]
internal unsafe struct Floats3<TFloats>(TFloats v0, TFloats v1, TFloats v2) : IFloats<Floats3<TFloats>>
    where TFloats : struct, IFloats<TFloats>
{
    private TFloats _v0 = v0;
    private TFloats _v1 = v1;
    private TFloats _v2 = v2;

    /// <inheritdoc/>
    public static int Width => 3 * TFloats.Width;

    /// <inheritdoc/>
    public static Floats3<TFloats> Zero
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(TFloats.Zero, TFloats.Zero, TFloats.Zero);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats3<TFloats> operator +(Floats3<TFloats> a, Floats3<TFloats> b) => new(a._v0 + b._v0, a._v1 + b._v1, a._v2 + b._v2);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats3<TFloats> operator *(Floats3<TFloats> a, Floats3<TFloats> b) => new(a._v0 * b._v0, a._v1 * b._v1, a._v2 * b._v2);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats3<TFloats> Create(float value)
    {
        var vector = TFloats.Create(value);
        return new(vector, vector, vector);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats3<TFloats> Load(float* source) => new(TFloats.Load(source), TFloats.Load(source + TFloats.Width), TFloats.Load(source + (2 * TFloats.Width)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddProduct(Floats3<TFloats> a, Floats3<TFloats> b)
    {
        _v0.AddProduct(a._v0, b._v0);
        _v1.AddProduct(a._v1, b._v1);
        _v2.AddProduct(a._v2, b._v2);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddProduct(Floats3<TFloats> a, float b) => AddProduct(a, Create(b));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddProduct(float* a, float b)
    {
        _v0.AddProduct(a, b);
        _v1.AddProduct(a + TFloats.Width, b);
        _v2.AddProduct(a + (2 * TFloats.Width), b);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Store(float* destination)
    {
        _v0.Store(destination);
        _v1.Store(destination + TFloats.Width);
        _v2.Store(destination + (2 * TFloats.Width));
    }
}
