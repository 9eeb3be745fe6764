namespace MlNetDigits.Training;

/// <summary>A network that stays laid out for the vector kernels while it learns one record after another.</summary>
internal interface IRecordLearner : IDisposable
{
    /// <summary>Lays a network out.</summary>
    /// <param name="start">The weights to start from.</param>
    /// <param name="options">The learning rate and the update rule; nothing else is looked at.</param>
    /// <param name="background">
    /// The value that most features of most records have, if there is one: the others are then all that costs time. Null
    /// if every feature counts. Any record may be learned, whatever its features.
    /// </param>
    /// <param name="width">The vectors to lay it out for; null for the widest of this processor.</param>
    static IRecordLearner Create(
        NetworkWeights start, SigmoidNetworkOptions options, float? background, VectorWidth? width = null)
        => (width ?? VectorWidth.Widest).Dispatch(new Work(start, options, background));

    /// <summary>Learns from one record.</summary>
    /// <param name="inputs">The record, <c>[inputs]</c>, finite.</param>
    /// <param name="targets">What each output is trained towards, <c>[outputs]</c>.</param>
    /// <returns><c>1/2 sum (t - o)^2</c> before the update.</returns>
    double Train(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets);

    /// <summary>Scores one record.</summary>
    /// <param name="inputs">The record, <c>[inputs]</c>.</param>
    /// <param name="scores">Receives the outputs, <c>[outputs]</c>.</param>
    void Query(ReadOnlySpan<float> inputs, Span<float> scores);

    /// <summary>Copies what was learned so far.</summary>
    /// <exception cref="ArgumentException">A weight is no longer finite.</exception>
    NetworkWeights ToWeights();

    private sealed record Work(NetworkWeights Start, SigmoidNetworkOptions Options, float? Background)
        : IVectorWork<IRecordLearner>
    {
        public IRecordLearner Run<TFloats>()
            where TFloats : struct, IFloatMath<TFloats> => new RecordLearner<TFloats>(Start, Options, Background);
    }
}
