using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MlNetDigits;

/// <summary>AVX-512: 16 floats at once.</summary>
internal unsafe struct Floats512(Vector512<float> vector) : IFloatMath<Floats512>
{
    private Vector512<float> _vector = vector;

    /// <inheritdoc/>
    public static int Width => 16;

    /// <inheritdoc/>
    public static Floats512 Zero => new(Vector512<float>.Zero);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats512 operator +(Floats512 a, Floats512 b) => new(a._vector + b._vector);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats512 operator *(Floats512 a, Floats512 b) => new(a._vector * b._vector);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats512 operator /(Floats512 a, Floats512 b) => new(a._vector / b._vector);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats512 Create(float value) => new(Vector512.Create(value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats512 Load(float* source) => new(Vector512.Load(source));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats512 MultiplyAdd(Floats512 a, Floats512 b, Floats512 c)
        => new(Vector512.MultiplyAddEstimate(a._vector, b._vector, c._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats512 Clamp(Floats512 a, Floats512 least, Floats512 greatest)
        => new(Vector512.Clamp(a._vector, least._vector, greatest._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats512 Round(Floats512 a) => new(Vector512.Round(a._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats512 Sqrt(Floats512 a) => new(Vector512.Sqrt(a._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats512 PowerOfTwo(Floats512 a)
    {
        var exponents = Vector512.ConvertToInt32(a._vector) + Vector512.Create(FloatBits.ExponentBias);
        return new((exponents << FloatBits.MantissaBits).AsSingle());
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sum(Floats512 a) => Vector512.Sum(a._vector);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddProduct(Floats512 a, Floats512 b)
        => _vector = Vector512.MultiplyAddEstimate(a._vector, b._vector, _vector);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddProduct(Floats512 a, float b)
        => _vector = Vector512.MultiplyAddEstimate(a._vector, Vector512.Create(b), _vector);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddProduct(float* a, float b)
        => _vector = Vector512.MultiplyAddEstimate(Vector512.Load(a), Vector512.Create(b), _vector);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Store(float* destination) => _vector.Store(destination);
}
