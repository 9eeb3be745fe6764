namespace MlNetDigits.Training;

/// <summary>Which implementation does the arithmetic of training. All of them follow the same rules.</summary>
public enum TrainingEngine
{
    /// <summary>The fastest that fits the options (the default): the managed one.</summary>
    Auto = 0,

    /// <summary>
    /// The reference: a TorchSharp module and <c>torch.optim.SGD</c>, one step a batch, written as plainly as possible. It
    /// needs the package <c>TorchSharp-cpu</c> in the app; without it <c>Fit</c> throws a
    /// <see cref="TorchNotAvailableException"/>.
    /// </summary>
    Torch = 1,

    /// <summary>
    /// Vectorised managed code, the same arithmetic up to rounding: for online learning many times as fast. It needs no
    /// native library.
    /// </summary>
    Managed = 2,
}
