using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.ML;
using MlNetDigits.Cli.CommandLine;
using MlNetDigits.Training;

namespace MlNetDigits.Cli.Train;

/// <summary>Carries a plan out: data, training, model file, evaluation.</summary>
internal static class TrainRun
{
    /// <summary>Trains, saves and measures.</summary>
    /// <exception cref="InvalidInputException">Something is wrong with the data.</exception>
    /// <exception cref="OperationCanceledException">Training was stopped before anything was learned.</exception>
    public static TrainResult Run(MLContext ml, TrainPlan plan, ToolConsole console)
    {
        var start = Timings.SinceProcessStart();
        var clock = Stopwatch.StartNew();

        // Both parts are checked before the long work starts.
        var train = DigitData.Load(ml, plan.Train);
        var test = plan.Test is null ? null : DigitData.Load(ml, plan.Test);

        var check = clock.Elapsed.TotalSeconds;
        using var interruption = new Interruption(console.Error);
        var epochs = ImmutableArray.CreateBuilder<EpochReport>();
        var model = TrainingDisplay.Show(console, plan.Options.Epochs, train.Counts.Rows, display =>
            ml.Transforms.ScalePixels("Features", DigitFormat.PixelsColumn)
                .Append(ml.MulticlassClassification.Trainers.SigmoidNetwork(plan.Options with
                {
                    CancellationToken = interruption.Token,
                    Progress = display,
                    EpochCompleted = report =>
                    {
                        epochs.Add(report);
                        display.Completed(report);
                        return EpochDecision.Continue;
                    },
                }))
                .Fit(train.View));

        var fitted = clock.Elapsed.TotalSeconds;

        // An untrained network is worth less than whatever model was there before.
        if (epochs is not [.., { RecordsSeen: > 0 } last])
            throw new OperationCanceledException("Interrupted before anything was learned, so no model was saved.");

        ModelFile.Save(ml, model, train.View.Schema, plan.ModelPath);
        var saved = clock.Elapsed.TotalSeconds;
        var report = test is null ? null : ModelEvaluation.Evaluate(ml, model, test.View);
        var training = epochs.Sum(epoch => epoch.Duration.TotalSeconds);
        return new TrainResult(
            plan,
            train.Counts.Rows,
            epochs.ToImmutable(),
            report,
            new Timings(
                start,
                check,
                fitted - check - training,
                training,
                saved - fitted,
                clock.Elapsed.TotalSeconds - saved,
                Timings.PeakMemoryNow()),
            Interrupted: !last.IsComplete || last.Epoch < plan.Options.Epochs);
    }
}
