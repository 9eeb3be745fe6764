using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MlNetDigits;

/// <summary>The portable path: SSE on old x86 processors, NEON on Arm, and plain code where there is neither: 4 floats at once.</summary>
internal unsafe struct Floats128(Vector128<float> vector) : IFloatMath<Floats128>
{
    private Vector128<float> _vector = vector;

    /// <inheritdoc/>
    public static int Width => 4;

    /// <inheritdoc/>
    public static Floats128 Zero => new(Vector128<float>.Zero);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats128 operator +(Floats128 a, Floats128 b) => new(a._vector + b._vector);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats128 operator *(Floats128 a, Floats128 b) => new(a._vector * b._vector);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats128 operator /(Floats128 a, Floats128 b) => new(a._vector / b._vector);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats128 Create(float value) => new(Vector128.Create(value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats128 Load(float* source) => new(Vector128.Load(source));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats128 MultiplyAdd(Floats128 a, Floats128 b, Floats128 c)
        => new(Vector128.MultiplyAddEstimate(a._vector, b._vector, c._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats128 Clamp(Floats128 a, Floats128 least, Floats128 greatest)
        => new(Vector128.Clamp(a._vector, least._vector, greatest._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats128 Round(Floats128 a) => new(Vector128.Round(a._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats128 Sqrt(Floats128 a) => new(Vector128.Sqrt(a._vector));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats128 PowerOfTwo(Floats128 a)
    {
        var exponents = Vector128.ConvertToInt32(a._vector) + Vector128.Create(FloatBits.ExponentBias);
        return new((exponents << FloatBits.MantissaBits).AsSingle());
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sum(Floats128 a) => Vector128.Sum(a._vector);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddProduct(Floats128 a, Floats128 b)
        => _vector = Vector128.MultiplyAddEstimate(a._vector, b._vector, _vector);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddProduct(Floats128 a, float b)
        => _vector = Vector128.MultiplyAddEstimate(a._vector, Vector128.Create(b), _vector);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddProduct(float* a, float b)
        => _vector = Vector128.MultiplyAddEstimate(Vector128.Load(a), Vector128.Create(b), _vector);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Store(float* destination) => _vector.Store(destination);
}
