namespace MlNetDigits.Training;

/// <summary>What training does after an epoch.</summary>
public enum EpochDecision
{
    /// <summary>Go on.</summary>
    Continue = 0,

    /// <summary>Stop, and keep the weights as they are.</summary>
    Stop = 1,
}
