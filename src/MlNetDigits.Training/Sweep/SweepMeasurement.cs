namespace MlNetDigits.Training;

/// <summary>How one network does after some epochs.</summary>
/// <param name="Epochs">The number of epochs that it was trained for.</param>
/// <param name="Right">The records whose highest score is the right class's.</param>
/// <param name="Rows">The records that it was measured on.</param>
/// <param name="Error">
/// The mean loss over them: <c>1/2 sum (t - o)^2</c>, or the cross-entropy <c>-sum t log p</c> where that is what is trained.
/// </param>
/// <param name="TrainingError">
/// The same over the records of the last epoch of training, each just before the network learned from it.
/// </param>
public sealed record SweepMeasurement(int Epochs, long Right, long Rows, double Error, double TrainingError)
{
    /// <summary>The share of right answers, in [0, 1]: ML.NET's micro-accuracy.</summary>
    public double Accuracy => (double)Right / Rows;

    /// <summary>What a training reports of an epoch.</summary>
    internal static SweepMeasurement Of(EpochReport report)
    {
        var measured = report.Validation!;

        // The accuracy is a quotient of two whole numbers below 2^31: rounding its product finds the first of them.
        return new SweepMeasurement(
            report.Epoch,
            (long)Math.Round(measured.MicroAccuracy * measured.Records),
            measured.Records,
            measured.Error,
            report.TrainingError);
    }
}
