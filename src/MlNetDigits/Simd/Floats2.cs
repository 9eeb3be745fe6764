using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace MlNetDigits;

/// <summary>Two vectors, one after another in memory, taken as one.</summary>
/// <remarks><inheritdoc cref="Floats4{TFloats}" path="/remarks/node()"/></remarks>
[SuppressMessage("Style", "IDE0044", Justification = "AddProduct changes the fields; readonly ones it would copy, and change the copies.")]
internal unsafe struct Floats2<TFloats>(TFloats v0, TFloats v1) : IFloats<Floats2<TFloats>>
    where TFloats : struct, IFloats<TFloats>
{
    private TFloats _v0 = v0;
    private TFloats _v1 = v1;

    /// <inheritdoc/>
    public static int Width => 2 * TFloats.Width;

    /// <inheritdoc/>
    public static Floats2<TFloats> Zero
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(TFloats.Zero, TFloats.Zero);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats2<TFloats> operator +(Floats2<TFloats> a, Floats2<TFloats> b) => new(a._v0 + b._v0, a._v1 + b._v1);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats2<TFloats> operator *(Floats2<TFloats> a, Floats2<TFloats> b) => new(a._v0 * b._v0, a._v1 * b._v1);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats2<TFloats> Create(float value)
    {
        var vector = TFloats.Create(value);
        return new(vector, vector);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats2<TFloats> Load(float* source) => new(TFloats.Load(source), TFloats.Load(source + TFloats.Width));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddProduct(Floats2<TFloats> a, Floats2<TFloats> b)
    {
        _v0.AddProduct(a._v0, b._v0);
        _v1.AddProduct(a._v1, b._v1);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddProduct(Floats2<TFloats> a, float b) => AddProduct(a, Create(b));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddProduct(float* a, float b)
    {
        _v0.AddProduct(a, b);
        _v1.AddProduct(a + TFloats.Width, b);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Store(float* destination)
    {
        _v0.Store(destination);
        _v1.Store(destination + TFloats.Width);
    }
}
