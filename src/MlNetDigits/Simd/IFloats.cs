namespace MlNetDigits;

/// <summary>
/// Some floats at once. The kernels are written once against this and compiled once for each width: for a struct that
/// implements it, the just-in-time compiler makes direct instructions of the members.
/// </summary>
/// <typeparam name="TSelf">The struct itself, which holds the floats, in registers.</typeparam>
internal unsafe interface IFloats<TSelf>
    where TSelf : struct, IFloats<TSelf>
{
    /// <summary>How many floats.</summary>
    static abstract int Width { get; }

    /// <summary>All zero.</summary>
    static abstract TSelf Zero { get; }

    /// <summary><c>a + b</c>.</summary>
    static abstract TSelf operator +(TSelf a, TSelf b);

    /// <summary><c>a * b</c>.</summary>
    static abstract TSelf operator *(TSelf a, TSelf b);

    /// <summary>The same number everywhere.</summary>
    static abstract TSelf Create(float value);

    /// <summary>Reads <see cref="Width"/> floats.</summary>
    static abstract TSelf Load(float* source);

    /// <summary><c>a * b + c</c>, rounded once or twice, whichever the processor does faster.</summary>
    static abstract TSelf MultiplyAdd(TSelf a, TSelf b, TSelf c);

    /// <summary>Writes <see cref="Width"/> floats.</summary>
    void Store(float* destination);
}
