using Microsoft.ML;
using MlNetDigits.Training;

namespace MlNetDigits.Benchmarks;

/// <summary>How fast one of our engines is in this process.</summary>
internal static class EngineSpeed
{
    /// <summary>Microseconds a record in the fastest epoch.</summary>
    public static double Measure(string folder, TrainingEngine engine, int records, int epochs)
    {
        var ml = new MLContext(seed: 1);
        var view = MlNetData.Open(ml, folder, DigitPart.Train, records);
        return FastestEpoch(ml, view, new SigmoidNetworkOptions { Engine = engine, Epochs = epochs }) * 1e6 / records;
    }

    /// <summary>Trains on raw pixels; seconds of the fastest epoch.</summary>
    public static double FastestEpoch(MLContext ml, IDataView view, SigmoidNetworkOptions options)
        => EpochSeconds(ml, view, options).Min();

    /// <summary>Trains on raw pixels; seconds of each epoch.</summary>
    public static IReadOnlyList<double> EpochSeconds(MLContext ml, IDataView view, SigmoidNetworkOptions options)
    {
        var seconds = new List<double>();
        var trainer = ml.MulticlassClassification.Trainers.SigmoidNetwork(options with
        {
            EpochCompleted = report =>
            {
                seconds.Add(report.Duration.TotalSeconds);
                return EpochDecision.Continue;
            },
        });
        ml.Transforms.ScalePixels().Append(trainer).Fit(view);
        return seconds;
    }
}
