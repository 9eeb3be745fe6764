using System.Runtime.CompilerServices;

namespace MlNetDigits;

/// <summary>No float at all: fills the place of a part that a panel does not have. The compiler leaves nothing of it.</summary>
internal readonly unsafe struct NoFloats : IFloats<NoFloats>
{
    /// <inheritdoc/>
    public static int Width => 0;

    /// <inheritdoc/>
    public static NoFloats Zero => default;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static NoFloats operator +(NoFloats a, NoFloats b) => default;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static NoFloats operator *(NoFloats a, NoFloats b) => default;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static NoFloats Create(float value) => default;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static NoFloats Load(float* source) => default;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddProduct(NoFloats a, NoFloats b)
    {
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddProduct(NoFloats a, float b)
    {
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddProduct(float* a, float b)
    {
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(float* destination)
    {
    }
}
