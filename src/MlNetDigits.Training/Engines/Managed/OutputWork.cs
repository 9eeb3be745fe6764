namespace MlNetDigits.Training;

/// <summary>Room for one record at a time on one thread, <c>[outputs, filled up to whole vectors]</c> each.</summary>
internal sealed class OutputWork(int room) : IDisposable
{
    /// <summary>The values of the outputs.</summary>
    public AlignedFloats Scores { get; } = new(room);

    /// <summary>What each output sends back to the hidden nodes.</summary>
    public AlignedFloats Back { get; } = new(room);

    /// <summary>By what each output's own weights change.</summary>
    public AlignedFloats Steps { get; } = new(room);

    /// <inheritdoc/>
    public void Dispose()
    {
        Scores.Dispose();
        Back.Dispose();
        Steps.Dispose();
    }
}
