using Microsoft.ML;
using MlNetDigits.Training;

namespace MlNetDigits.Benchmarks;

/// <summary>Our trainer, used as anybody would use it.</summary>
internal static class OurContender
{
    public static Measurement Run(CompareSettings settings, TrainingEngine engine, UpdateRule rule, bool grain)
    {
        var ml = new MLContext(seed: 1);
        var training = TimeSpan.Zero;
        var trainer = ml.MulticlassClassification.Trainers.SigmoidNetwork(new SigmoidNetworkOptions
        {
            Epochs = settings.Epochs,
            BatchSize = settings.BatchSize,
            Threads = settings.Threads,
            Engine = engine,
            UpdateRule = rule,
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

        var name = $"MlNetDigits, engine {engine}" + (rule == UpdateRule.Classic ? "" : $", {rule} rule")
            + (grain ? ", grainy paper" : "");
        string[] torch =
            engine == TrainingEngine.Torch ? [ProcessVersions.TorchSharp, ProcessVersions.Libtorch] : [];
        return Measurement.Create(
            name,
            settings,
            ownPace: false,
            run,
            MlNetData.TestAccuracy(ml, model, settings.Data),
            [ProcessVersions.MlNet, .. torch]);
    }
}
