using System.Runtime.CompilerServices;

namespace MlNetDigits.Training;

/// <summary>
/// What the outputs are trained towards for one record. A struct that implements it costs nothing: the just-in-time
/// compiler puts it straight into the loop over the outputs.
/// </summary>
internal interface IOutputTargets
{
    /// <summary>The target of an output.</summary>
    float Of(int output);
}

/// <summary>The targets of a class: high for its own output, low for the others.</summary>
internal readonly struct OneHotTargets(int label, TargetRange range) : IOutputTargets
{
    private readonly float _low = range.Low;
    private readonly float _high = range.High;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float Of(int output) => output == label ? _high : _low;
}

/// <summary>Targets that are given one by one, <c>[outputs]</c>.</summary>
internal readonly unsafe struct GivenTargets(float* targets) : IOutputTargets
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float Of(int output) => targets[output];
}
