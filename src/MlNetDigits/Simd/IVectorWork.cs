namespace MlNetDigits;

/// <summary>What is written once and compiled for each width of vectors.</summary>
/// <typeparam name="TResult">What comes of it.</typeparam>
internal interface IVectorWork<out TResult>
{
    /// <summary>Does it with vectors of one width.</summary>
    /// <typeparam name="TFloats">The vectors.</typeparam>
    TResult Run<TFloats>()
        where TFloats : struct, IFloatMath<TFloats>;
}
