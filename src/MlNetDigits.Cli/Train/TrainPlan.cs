using MlNetDigits.Cli.CommandLine;
using MlNetDigits.Cli.Runs;
using MlNetDigits.Cli.Settings;
using MlNetDigits.Training;

namespace MlNetDigits.Cli.Train;

/// <summary>Everything that a training run needs, checked.</summary>
/// <param name="Settings">What decides the weights.</param>
/// <param name="Train">What to learn from.</param>
/// <param name="Validation">What to measure each epoch on, if it is data of its own.</param>
/// <param name="Test">What to measure on at the end; null if there is nothing.</param>
/// <param name="Places">Where the results go.</param>
/// <param name="Resume">Where to go on from; null to begin.</param>
internal sealed record TrainPlan(
    RunSettings Settings, DigitSource Train, DigitSource? Validation, DigitSource? Test, TrainPlaces Places, TrainingCheckpoint? Resume)
{
    /// <summary>
    /// What a run folder tells of the run, made once, before training; null if nothing of it is kept but its model.
    /// </summary>
    public RunManifest? Manifest { get; init; }

    /// <summary>Finds the files of a run.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="places">Where the results go.</param>
    /// <param name="resume">Where to go on from; null to begin.</param>
    /// <exception cref="InvalidInputException">Data is not there.</exception>
    /// <exception cref="UsageException">The settings contradict one another.</exception>
    public static TrainPlan Create(RunSettings settings, TrainPlaces places, TrainingCheckpoint? resume)
    {
        CheckTogether(settings);
        var plan = new TrainPlan(
            settings,
            DigitSource.Resolve(settings.Data ?? SampleFolder.Path, DigitPart.Train),
            settings.ValidationData is { } validation ? DigitSource.Resolve(validation, DigitPart.Test) : null,
            FindTest(settings),
            places,
            resume);
        if (settings.Options.EarlyStoppingPatience is not null && plan is { Validation: { } held, Test: { } test } && AreSame(held, test))
        {
            throw new UsageException(
                $"--early-stopping must not look at the test data '{held.Files[0]}', which would no longer tell how good the model is; use a share such as --validation 0.1");
        }

        if (places.Model is { } model)
            InputFiles.Protect("--model", model, [.. plan.Train.Files, .. plan.Validation?.Files ?? [], .. plan.Test?.Files ?? []]);
        return places is { Run: null, Checkpoints: null } ? plan : plan with
        {
            Manifest = RunManifest.Create(
                settings, places.Model, places.AreOne ? null : places.Run?.Path, plan.Train, plan.Validation, plan.Test),
        };
    }

    /// <summary>What the settings measure on at the end; null if there is nothing.</summary>
    /// <exception cref="InvalidInputException">It is not there.</exception>
    public static DigitSource? FindTest(RunSettings settings)
        => TestData.Find(settings.Data ?? SampleFolder.Path, settings.Test);

    private static bool AreSame(DigitSource one, DigitSource other)
        => one.Files.SequenceEqual(other.Files);

    private static void CheckTogether(RunSettings settings)
    {
        if (settings.Options.HiddenNodes > RunSettings.MaxHiddenNodes)
            throw new UsageException($"--hidden must be at most {RunSettings.MaxHiddenNodes}, not {settings.Options.HiddenNodes}");
        if (settings.Options.FindProblems() is [var problem, ..])
            throw new UsageException(problem.Describe(RunSettingTable.NameOf).TrimEnd('.'));
        if (settings is { Options.EarlyStoppingPatience: not null, IsValidated: false })
            throw new UsageException("--early-stopping needs --validation, a share such as 0.1 or a file");
    }
}
