namespace MlNetDigits;

/// <summary>Why training ended.</summary>
public enum StopReason
{
    /// <summary>Every epoch was run.</summary>
    EpochsCompleted = 0,

    /// <summary>The caller's answer to an epoch's report was to stop.</summary>
    StoppedByCaller = 1,

    /// <summary>The validation has not become better for as many epochs as the options have patience for.</summary>
    StoppedEarly = 2,

    /// <summary>The cancellation token asked to stop.</summary>
    Cancelled = 3,
}
