using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MlNetDigits;

/// <summary>AVX2: 8 floats at once.</summary>
internal unsafe struct Floats256(Vector256<float> vector) : IFloatMath<Floats256>
{
    private Vector256<float> _vector = vector;

    /// <inheritdoc/>
    public static int Width => 8;

    /// <inheritdoc/>
    public static Floats256 Zero => new(Vector256<float>.Zero);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats256 operator +(Floats256 a, Floats256 b) => new(a._vector + b._vector);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats256 operator *(Floats256 a, Floats256 b) => new(a._vector * b._vector);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats256 operator /(Floats256 a, Floats256 b) => new(a._vector / b._vector);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats256 Create(float value) => new(Vector256.Create(value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats256 Load(float* source) => new(Vector256.Load(source));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats256 MultiplyAdd(Floats256 a, Floats256 b, Floats256 c)
        => new(Vector256.MultiplyAddEstimate(a._vector, b._vector, c._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats256 Clamp(Floats256 a, Floats256 least, Floats256 greatest)
        => new(Vector256.Clamp(a._vector, least._vector, greatest._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats256 Round(Floats256 a) => new(Vector256.Round(a._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats256 Sqrt(Floats256 a) => new(Vector256.Sqrt(a._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats256 PowerOfTwo(Floats256 a)
    {
        var exponents = Vector256.ConvertToInt32(a._vector) + Vector256.Create(FloatBits.ExponentBias);
        return new((exponents << FloatBits.MantissaBits).AsSingle());
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sum(Floats256 a) => Vector256.Sum(a._vector);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddProduct(Floats256 a, Floats256 b)
        => _vector = Vector256.MultiplyAddEstimate(a._vector, b._vector, _vector);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddProduct(Floats256 a, float b)
        => _vector = Vector256.MultiplyAddEstimate(a._vector, Vector256.Create(b), _vector);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddProduct(float* a, float b)
        => _vector = Vector256.MultiplyAddEstimate(Vector256.Load(a), Vector256.Create(b), _vector);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Store(float* destination) => _vector.Store(destination);
}
