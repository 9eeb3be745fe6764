namespace MlNetDigits.Training;

/// <summary>Why training ended.</summary>
internal enum StopReason
{
    /// <summary>Every epoch was run.</summary>
    EpochsCompleted,

    /// <summary>The caller's answer to an epoch's report was to stop.</summary>
    StoppedByCaller,

    /// <summary>The validation has not become better for as many epochs as patience was had for.</summary>
    StoppedEarly,

    /// <summary>The cancellation token asked to stop.</summary>
    Cancelled,
}
