namespace MlNetDigits.Training;

/// <summary>
/// How the learning rate goes on through a run. A schedule belongs to a whole run, from its first record to the last one
/// of <see cref="SigmoidNetworkOptions.Epochs"/>: a run that is resumed goes on where it was.
/// </summary>
public enum LearningRateSchedule
{
    /// <summary>It stays as it is (the default).</summary>
    Constant = 0,

    /// <summary>
    /// It falls to 0 as half a wave of a cosine: <c>rate (1 + cos(pi p)) / 2</c>, p being the share of the run that is done
    /// (I. Loshchilov, F. Hutter, "SGDR", 2017, without restarts).
    /// </summary>
    Cosine = 1,

    /// <summary>It falls to a tenth after half of the run, and to a hundredth after three quarters.</summary>
    Step = 2,
}
