namespace MlNetDigits;

/// <summary>
/// Some floats at once. The kernels are written once against this and compiled once for each width: for a struct that
/// implements it, the just-in-time compiler makes direct instructions of the static methods.
/// </summary>
/// <typeparam name="TVector">What holds the floats, in registers.</typeparam>
internal unsafe interface ISimd<TVector>
    where TVector : struct
{
    /// <summary>How many floats.</summary>
    static abstract int Width { get; }

    /// <summary>All zero.</summary>
    static abstract TVector Zero { get; }

    /// <summary>The same number everywhere.</summary>
    static abstract TVector Broadcast(float value);

    /// <summary>Reads <see cref="Width"/> floats.</summary>
    static abstract TVector Load(float* source);

    /// <summary>Writes <see cref="Width"/> floats.</summary>
    static abstract void Store(TVector value, float* destination);

    /// <summary><c>a + b</c>.</summary>
    static abstract TVector Add(TVector a, TVector b);

    /// <summary><c>a * b</c>.</summary>
    static abstract TVector Multiply(TVector a, TVector b);

    /// <summary><c>a * b + c</c>, rounded once or twice, whichever the processor does faster.</summary>
    static abstract TVector MultiplyAdd(TVector a, TVector b, TVector c);

    /// <summary>The sum of all.</summary>
    static abstract float Sum(TVector a);
}
