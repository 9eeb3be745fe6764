namespace MlNetDigits;

/// <summary>
/// Divides some vectors into four parts. The just-in-time compiler keeps a local of up to four vectors in registers, and
/// larger ones on the stack; a kernel with four such locals has all sixteen registers of AVX2 to itself.
/// </summary>
internal static class VectorParts
{
    /// <summary>The most vectors at a time: with 16 registers, one is left for the factor and two for the compiler.</summary>
    public const int MaxVectors = 13;

    /// <summary>Runs work with so many vectors.</summary>
    /// <typeparam name="TFloats">One vector.</typeparam>
    /// <typeparam name="TResult">What comes of it.</typeparam>
    /// <param name="vectors">How many, from 1 to <see cref="MaxVectors"/>.</param>
    /// <param name="work">The work.</param>
    public static TResult Dispatch<TFloats, TResult>(int vectors, IPartsWork<TResult> work)
        where TFloats : struct, IFloats<TFloats>
        => vectors switch
        {
            1 => work.Run<TFloats, NoFloats, NoFloats, NoFloats>(),
            2 => work.Run<Floats2<TFloats>, NoFloats, NoFloats, NoFloats>(),
            3 => work.Run<Floats2<TFloats>, TFloats, NoFloats, NoFloats>(),
            4 => work.Run<Floats4<TFloats>, NoFloats, NoFloats, NoFloats>(),
            5 => work.Run<Floats4<TFloats>, TFloats, NoFloats, NoFloats>(),
            6 => work.Run<Floats4<TFloats>, Floats2<TFloats>, NoFloats, NoFloats>(),
            7 => work.Run<Floats4<TFloats>, Floats2<TFloats>, TFloats, NoFloats>(),
            8 => work.Run<Floats4<TFloats>, Floats4<TFloats>, NoFloats, NoFloats>(),
            9 => work.Run<Floats4<TFloats>, Floats4<TFloats>, TFloats, NoFloats>(),
            10 => work.Run<Floats4<TFloats>, Floats4<TFloats>, Floats2<TFloats>, NoFloats>(),
            11 => work.Run<Floats4<TFloats>, Floats4<TFloats>, Floats2<TFloats>, TFloats>(),
            12 => work.Run<Floats4<TFloats>, Floats4<TFloats>, Floats4<TFloats>, NoFloats>(),
            MaxVectors => work.Run<Floats4<TFloats>, Floats4<TFloats>, Floats4<TFloats>, TFloats>(),
            _ => throw new ArgumentOutOfRangeException(nameof(vectors), vectors, $"There are from 1 to {MaxVectors} vectors."),
        };
}
