using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.ML;
using Microsoft.ML.Data;
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
        var said = plan.Settings.DataOptions;
        var train = DigitData.Load(ml, plan.Train, said);
        var validation = plan.Validation is null ? null : DigitData.Load(ml, plan.Validation, said);
        var test = plan.Test is null ? null : DigitData.Load(ml, plan.Test, said);
        HeldBack.Check(plan.Train, train.Counts.Rows, plan.Settings.Options.ValidationFraction);
        ImmutableArray<string> warnings = [.. LyingPictures.Warnings(plan.Train, said), .. UnusedClasses.Warnings(train.Counts, said)];
        console.Warn(warnings);
        var check = clock.Elapsed.TotalSeconds;

        using var interruption = new Interruption(console);
        var model = Fit(ml, plan, train, validation, console, interruption);
        var summary = model.LastTransformer.Model.TrainingSummary!;
        var fitted = clock.Elapsed.TotalSeconds;

        // An untrained network is worth less than whatever model was there before.
        if (summary.ModelEpoch is null or { RecordsSeen: 0 })
            throw new OperationCanceledException("Interrupted before anything was learned, so no model was saved.");

        // Before the evaluation: what was learned is safe as soon as it can be.
        if (plan.Places.Model is { } path)
            ModelFile.Save(ml, model, train.View.Schema, path);
        var saved = clock.Elapsed.TotalSeconds;
        var measured = test is null ? null : Measure(ml, plan, model, test, console.Folder);
        var run = WriteRun(plan, folder => RunResults.Write(
            folder,
            plan.Manifest!,
            summary.History,
            measured,
            file => ModelFile.Save(ml, model, train.View.Schema, file),
            console.Clock.GetLocalNow(),
            console.Folder));
        var evaluated = clock.Elapsed.TotalSeconds;
        var training = summary.History.Epochs.Skip(plan.Resume?.Epoch ?? 0).Sum(epoch => epoch.Duration.TotalSeconds);
        return new TrainResult(
            plan,
            train.Counts.Rows,
            summary,
            measured?.Report,
            new Timings(start, check, fitted - check - training, training, saved - fitted, evaluated - saved, Timings.PeakMemoryNow()),
            plan.Places.Model ?? run!.Model,
            run?.Path)
        {
            DataWarnings = warnings,
        };
    }

    /// <returns>The run folder that was written; null if none is asked for.</returns>
    private static RunFolder? WriteRun(TrainPlan plan, Action<RunFolder> write)
    {
        if (plan.Places.AreOne)
        {
            write(plan.Places.Checkpoints!);
            return plan.Places.Checkpoints;
        }

        return plan.Places.Run is { } wanted ? new RunFolder(wanted.Create(path => write(new RunFolder(path))).Path) : null;
    }

    /// <summary>Without a run folder nobody sees more than the numbers.</summary>
    private static ReportContent Measure(MLContext ml, TrainPlan plan, ITransformer model, DigitData test, WorkingFolder folder)
        => plan.Places.Run is null
            ? new ReportContent("", ModelEvaluation.Evaluate(ml, model, test.View))
            : ReportContent.Measure(ml, model, test.View, RunReport.Title(plan.Places.Run.Path)) with
            {
                Subtitle = RunReport.MeasuredOn(plan.Test!, test.Counts.Rows, folder),
            };

    private static TransformerChain<MulticlassPredictionTransformer<SigmoidNetworkModelParameters>> Fit(
        MLContext ml, TrainPlan plan, DigitData train, DigitData? validation, ToolConsole console, Interruption interruption)
    {
        plan.Places.Checkpoints?.Keep(plan.Manifest!, console.Folder);
        plan.Places.Checkpoints?.Tidy();
        var scaling = ml.Transforms.ScalePixels("Features", DigitFormat.PixelsColumn);
        var done = plan.Resume?.History ?? TrainingHistory.Empty;
        return TrainingDisplay.Show(
            console,
            done,
            plan.Settings.Options.Epochs,
            train.Counts.Rows,
            isValidated: plan.Settings.IsValidated,
            interruption,
            display => TrainingWarnings.Tell(ml, display.Warn, () => scaling
                .Append(ml.MulticlassClassification.Trainers.SigmoidNetwork(plan.Settings.Options with
                {
                    ValidationSet = validation is null ? null : scaling.Fit(validation.View).Transform(validation.View),
                    ResumeFrom = plan.Resume,
                    CancellationToken = interruption.Token,
                    Progress = display,
                    CheckpointReached = plan.Places.Checkpoints is { } checkpoints ? checkpoints.Save : null,
                    EpochCompleted = report =>
                    {
                        done = done.With(report);
                        display.Completed(done);
                        return EpochDecision.Continue;
                    },
                }))
                .Fit(train.View)));
    }
}
