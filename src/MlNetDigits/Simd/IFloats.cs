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

    /// <summary>Adds <c>a * b</c>, rounded once or twice, whichever the processor does faster.</summary>
    /// <remarks>In place: for a new value, the just-in-time compiler would copy a register in every turn of a loop.</remarks>
    void AddProduct(TSelf a, TSelf b);

    /// <summary>Adds <c>a * b</c> with the same b everywhere, rounded once or twice.</summary>
    /// <remarks>Of a float, so that the multiplication itself can read it from memory.</remarks>
    void AddProduct(TSelf a, float b);

    /// <summary>Adds the product of the <see cref="Width"/> floats at <paramref name="a"/> with one number, rounded once or twice.</summary>
    /// <remarks>The floats are read where they are multiplied, so that they need no register of their own.</remarks>
    void AddProduct(float* a, float b);

    /// <summary>Writes <see cref="Width"/> floats.</summary>
    void Store(float* destination);
}
