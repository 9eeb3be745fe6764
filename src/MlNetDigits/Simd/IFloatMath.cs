namespace MlNetDigits;

/// <summary>What a sigmoid and a scalar product need beside adding and multiplying: all that one vector can do.</summary>
/// <typeparam name="TSelf">The struct itself, which holds the floats, in a register.</typeparam>
internal interface IFloatMath<TSelf> : IFloats<TSelf>
    where TSelf : struct, IFloatMath<TSelf>
{
    /// <summary><c>a / b</c>.</summary>
    static abstract TSelf operator /(TSelf a, TSelf b);

    /// <summary><c>a * b + c</c>, rounded once or twice, whichever the processor does faster.</summary>
    static abstract TSelf MultiplyAdd(TSelf a, TSelf b, TSelf c);

    /// <summary>The nearest to <c>a</c> in [least, greatest]; NaN stays NaN.</summary>
    static abstract TSelf Clamp(TSelf a, TSelf least, TSelf greatest);

    /// <summary>The nearest whole number; the even one of two that are equally near.</summary>
    static abstract TSelf Round(TSelf a);

    /// <summary>The square root of each.</summary>
    static abstract TSelf Sqrt(TSelf a);

    /// <summary>2 to the power of <c>a</c>, a whole number in [-126, 127].</summary>
    static abstract TSelf PowerOfTwo(TSelf a);

    /// <summary>The sum of all.</summary>
    static abstract float Sum(TSelf a);
}
