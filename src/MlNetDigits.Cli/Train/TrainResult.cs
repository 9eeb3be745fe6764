namespace MlNetDigits.Cli.Train;

/// <summary>What came of a training run.</summary>
/// <param name="Plan">What was asked for.</param>
/// <param name="TrainRows">The rows learned from, or held back from them.</param>
/// <param name="History">All epochs, those before a break included; the last one perhaps cut short.</param>
/// <param name="Report">How the model does on the test part; null if there is none.</param>
/// <param name="Timings">Where the time went.</param>
/// <param name="Interrupted">Whether Ctrl+C ended training before its time.</param>
/// <param name="ModelPath">Where the model is.</param>
/// <param name="RunFolder">The run folder; null if none was asked for.</param>
internal sealed record TrainResult(
    TrainPlan Plan,
    int TrainRows,
    TrainingHistory History,
    ClassificationReport? Report,
    Timings Timings,
    bool Interrupted,
    string ModelPath,
    string? RunFolder)
{
    /// <summary>Whether training ended before its last epoch because it got no better.</summary>
    public bool StoppedEarly => !Interrupted && History.Epochs[^1].Epoch < Plan.Settings.Epochs;

    /// <summary>The epoch whose weights the model has: the best one with early stopping, else the last.</summary>
    public EpochReport ModelEpoch
        => (Plan.Settings.EarlyStopping is null ? null : History.Best) ?? History.Epochs[^1];
}
