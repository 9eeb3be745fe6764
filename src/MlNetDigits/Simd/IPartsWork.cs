namespace MlNetDigits;

/// <summary>What is written once and compiled for each number of vectors, in up to four parts of up to four.</summary>
/// <typeparam name="TResult">What comes of it.</typeparam>
internal interface IPartsWork<out TResult>
{
    /// <summary>Does it with some number of vectors.</summary>
    /// <typeparam name="TA">The first of them.</typeparam>
    /// <typeparam name="TB">Those after, or <see cref="NoFloats"/>.</typeparam>
    /// <typeparam name="TC">Those after, or <see cref="NoFloats"/>.</typeparam>
    /// <typeparam name="TD">The last of them, or <see cref="NoFloats"/>.</typeparam>
    TResult Run<TA, TB, TC, TD>()
        where TA : struct, IFloats<TA>
        where TB : struct, IFloats<TB>
        where TC : struct, IFloats<TC>
        where TD : struct, IFloats<TD>;
}
