namespace MlNetDigits;

/// <summary>What a sigmoid needs beside multiplying and adding.</summary>
/// <typeparam name="TVector">What holds the floats, in a register.</typeparam>
internal interface ISimdMath<TVector> : ISimd<TVector>
    where TVector : struct
{
    /// <summary><c>a / b</c>.</summary>
    static abstract TVector Divide(TVector a, TVector b);

    /// <summary>The nearest to <c>a</c> in [least, greatest]; NaN stays NaN.</summary>
    static abstract TVector Clamp(TVector a, TVector least, TVector greatest);

    /// <summary>The nearest whole number.</summary>
    static abstract TVector Round(TVector a);

    /// <summary>2 to the power of <c>a</c>, a whole number in [-126, 127].</summary>
    static abstract TVector PowerOfTwo(TVector a);
}
