namespace MlNetDigits.Training;

/// <summary>What the outputs are trained towards for each class: high for its own output, low for the others.</summary>
internal sealed unsafe class ClassTargets : IDisposable
{
    private readonly int _outputs;

    // One high among lows: each class sees it from another place, so that the room does not grow with their square.
    private readonly AlignedFloats _targets;

    /// <summary>Makes the targets.</summary>
    /// <param name="outputs">The number of outputs.</param>
    /// <param name="room">How many targets are read at a time: the outputs, filled up to whole vectors.</param>
    /// <param name="range">Low and high.</param>
    public ClassTargets(int outputs, int room, TargetRange range)
    {
        _outputs = outputs;
        _targets = new AlignedFloats((long)outputs + room);
        new Span<float>(_targets.Pointer, outputs + room).Fill(range.Low);
        _targets.Pointer[outputs] = range.High;
    }

    /// <summary>The targets of a class, <c>[room]</c>.</summary>
    public float* Of(int label) => _targets.Pointer + (_outputs - label);

    /// <inheritdoc/>
    public void Dispose() => _targets.Dispose();
}
