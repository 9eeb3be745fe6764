namespace MlNetDigits.Training;

/// <summary>What the outputs are trained towards.</summary>
/// <param name="Low">The target of the wrong classes' outputs; 0.01 by default.</param>
/// <param name="High">The target of the right class's output; 0.99 by default.</param>
/// <remarks>A sigmoid reaches 0 and 1 only at infinity, so targets of exactly 0 and 1 drive the weights ever further.</remarks>
public sealed record TargetRange(float Low, float High)
{
    /// <summary>0.01 and 0.99.</summary>
    public static TargetRange Classic { get; } = new(0.01f, 0.99f);

    /// <summary>0 and 1, for outputs that are probabilities.</summary>
    public static TargetRange OneHot { get; } = new(0f, 1f);
}
