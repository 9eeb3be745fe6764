using Microsoft.ML;
using MlNetDigits.Training;

namespace MlNetDigits.Benchmarks;

/// <summary>Our trainer, used as anybody would use it.</summary>
internal static class OurContender
{
    /// <summary>The classic network.</summary>
    public static Measurement Run(CompareSettings settings, TrainingEngine engine, UpdateRule rule, bool grain)
    {
        var name = $"MlNetDigits, engine {engine}" + (rule == UpdateRule.Classic ? "" : $", {rule} rule")
            + (grain ? ", grainy paper" : "");
        var options = SigmoidNetworkOptions.Classic with { BatchSize = settings.BatchSize, Engine = engine, UpdateRule = rule };
        return Run(name, settings, options, grain);
    }

    /// <summary>The same network at its best.</summary>
    public static Measurement RunAccurate(CompareSettings settings, bool distort)
    {
        var options = SigmoidNetworkOptions.Accurate;
        return Run(
            "MlNetDigits, cross-entropy and Adam" + (distort ? ", distorted images" : ""),
            settings with { BatchSize = options.BatchSize },
            distort ? options : options with { Distortions = ImageDistortions.None },
            grain: false);
    }

    private static Measurement Run(string name, CompareSettings settings, SigmoidNetworkOptions options, bool grain)
    {
        var ml = new MLContext(seed: 1);
        var training = TimeSpan.Zero;
        var trainer = ml.MulticlassClassification.Trainers.SigmoidNetwork(options with
        {
            Epochs = settings.Epochs,
            Threads = settings.Threads,
            EpochCompleted = report =>
            {
                training += report.Duration;
                return EpochDecision.Continue;
            },
        });

        // Not cached: the trainer goes through the view once. That pass is loading; the epochs are training.
        var view = grain
            ? DigitData.FromRecords(ml, GrainyDigits.Read(settings.Data, settings.Records))
            : MlNetData.Open(ml, settings.Data, DigitPart.Train, settings.Records);
        var model = ml.Transforms.ScalePixels().Append(trainer).Fit(view);
        var run = TrainingRun.After(training);

        string[] torch =
            options.Engine == TrainingEngine.Torch ? [ProcessVersions.TorchSharp, ProcessVersions.Libtorch] : [];
        return Measurement.Create(
            name,
            settings,
            ownPace: false,
            run,
            MlNetData.TestAccuracy(ml, model, settings.Data),
            [ProcessVersions.MlNet, .. torch]);
    }
}
