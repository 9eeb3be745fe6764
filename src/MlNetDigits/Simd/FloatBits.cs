namespace MlNetDigits;

/// <summary>How IEEE 754 writes a single-precision number.</summary>
internal static class FloatBits
{
    /// <summary>What is added to an exponent before it is written.</summary>
    public const int ExponentBias = 127;

    /// <summary>The bits after the exponent.</summary>
    public const int MantissaBits = 23;
}
