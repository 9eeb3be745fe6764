namespace MlNetDigits;

/// <summary>What a network run backwards is asked to say.</summary>
public sealed record BackqueryOptions
{
    /// <summary>The output of every other class, in (0, 1); 0.01 by default, as in the classic network's training.</summary>
    public double TargetLow { get; init; } = 0.01;

    /// <summary>The output of the class that is asked for, in (0, 1); 0.99 by default.</summary>
    public double TargetHigh { get; init; } = 0.99;
}
