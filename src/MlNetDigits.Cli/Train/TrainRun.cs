using System.Diagnostics;
using Microsoft.ML;
using MlNetDigits.Cli.CommandLine;
using MlNetDigits.Cli.Runs;
using MlNetDigits.Reporting;
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
        var start = console.Age().TotalSeconds;
        var clock = Stopwatch.StartNew();

        // All parts are checked before the long work starts.
        var train = DigitData.Load(ml, plan.Train);
        var validation = plan.Validation is null ? null : DigitData.Load(ml, plan.Validation);
        var test = plan.Test is null ? null : DigitData.Load(ml, plan.Test);
        HeldBack.Check(plan.Train, train.Counts.Rows, plan.Settings.ValidationFraction);
        var check = clock.Elapsed.TotalSeconds;

        using var interruption = new Interruption(console);
        var (model, history) = Fit(ml, plan, train, validation, console, interruption);
        var fitted = clock.Elapsed.TotalSeconds;

        // An untrained network is worth less than whatever model was there before.
        if (history.Epochs is not [.., { RecordsSeen: > 0 } last])
            throw new OperationCanceledException("Interrupted before anything was learned, so no model was saved.");

        // Before the evaluation: what was learned is safe as soon as it can be.
        if (plan.Places.Model is { } path)
            ModelFile.Save(ml, model, train.View.Schema, path);
        var saved = clock.Elapsed.TotalSeconds;
        var measured = test is null ? null : Measure(ml, plan, model, test, console.Folder);
        var run = plan.Places.Run?.Create(folder => RunFiles.Write(
            folder, plan, history, measured, file => ModelFile.Save(ml, model, train.View.Schema, file), console.Clock.GetLocalNow(), console.Folder));
        var evaluated = clock.Elapsed.TotalSeconds;
        var training = history.Epochs.Skip(plan.Resume?.Epoch ?? 0).Sum(epoch => epoch.Duration.TotalSeconds);
        return new TrainResult(
            plan,
            train.Counts.Rows,
            history,
            measured?.Report,
            new Timings(start, check, fitted - check - training, training, saved - fitted, evaluated - saved, Timings.PeakMemoryNow()),
            Interrupted: interruption.Token.IsCancellationRequested && IsCutShort(plan.Settings, history),
            plan.Places.Model ?? Path.Combine(run!.Path, RunFiles.Model),
            run?.Path);
    }

    /// <summary>Without a run folder nobody sees more than the numbers.</summary>
    private static ReportContent Measure(MLContext ml, TrainPlan plan, ITransformer model, DigitData test, WorkingFolder folder)
        => plan.Places.Run is null
            ? new ReportContent("", ModelEvaluation.Evaluate(ml, model, test.View))
            : ReportContent.Measure(ml, model, test.View, RunReport.Title(plan.Places.Run.Path)) with
            {
                Subtitle = RunReport.MeasuredOn(plan.Test!, test.Counts.Rows, folder),
            };

    private static (ITransformer Model, TrainingHistory History) Fit(
        MLContext ml, TrainPlan plan, DigitData train, DigitData? validation, ToolConsole console, Interruption interruption)
    {
        var history = plan.Resume?.History ?? TrainingHistory.Empty;
        plan.Places.Checkpoints?.Keep(plan.Settings, plan.Digests!.OfWeights);
        plan.Places.Checkpoints?.Tidy();
        var scaling = ml.Transforms.ScalePixels("Features", DigitFormat.PixelsColumn);
        var model = TrainingDisplay.Show(
            console,
            history,
            plan.Settings.Epochs,
            train.Counts.Rows,
            isValidated: plan.Settings.IsValidated,
            interruption,
            display => scaling
                .Append(ml.MulticlassClassification.Trainers.SigmoidNetwork(plan.Settings.ToOptions() with
                {
                    ValidationSet = validation is null ? null : scaling.Fit(validation.View).Transform(validation.View),
                    ResumeFrom = plan.Resume,
                    CancellationToken = interruption.Token,
                    Progress = display,
                    CheckpointReached = plan.Places.Checkpoints is { } checkpoints ? checkpoints.Save : null,
                    EpochCompleted = report =>
                    {
                        history = history.With(report);
                        display.Completed(history);
                        return EpochDecision.Continue;
                    },
                }))
                .Fit(train.View));
        return (model, history);
    }

    /// <summary>Whether a run ended before its time: neither were its epochs done, nor had it stopped because it got no better.</summary>
    internal static bool IsCutShort(TrainSettings settings, TrainingHistory history)
        => history.Epochs[^1] is var last
            && (!last.IsComplete
                || (last.Epoch < settings.Epochs
                    && !(history.EpochsSinceBest >= settings.EarlyStopping)));
}
