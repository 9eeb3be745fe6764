using MlNetDigits.Cli.CommandLine;
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
    TrainSettings Settings, DigitSource Train, DigitSource? Validation, DigitSource? Test, TrainPlaces Places, TrainingCheckpoint? Resume)
{
    /// <summary>What identifies the data, taken once, before training; null if nothing of the run is kept but its model.</summary>
    public DataDigests? Digests { get; init; }

    /// <summary>Finds the files of a run.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="places">Where the results go.</param>
    /// <param name="resume">Where to go on from; null to begin.</param>
    /// <exception cref="InvalidInputException">Data is not there.</exception>
    /// <exception cref="UsageException">The settings contradict one another.</exception>
    public static TrainPlan Make(TrainSettings settings, TrainPlaces places, TrainingCheckpoint? resume)
    {
        CheckTogether(settings);
        var plan = new TrainPlan(
            settings,
            DigitSource.Resolve(settings.Data ?? SampleFolder.Path, DigitPart.Train),
            settings.ValidationData is { } validation ? DigitSource.Resolve(validation, DigitPart.Test) : null,
            FindTest(settings),
            places,
            resume);
        if (settings.EarlyStopping is not null && plan is { Validation: { } held, Test: { } test } && AreSame(held, test))
        {
            throw new UsageException(
                $"--early-stopping must not look at the test data '{held.Files[0]}', which would no longer tell how good the model is; use a share such as --validation 0.1");
        }

        if (places.Model is { } model)
            InputFiles.Protect("--model", model, [.. plan.Train.Files, .. plan.Validation?.Files ?? [], .. plan.Test?.Files ?? []]);
        return places is { Run: null, Checkpoints: null } ? plan : plan with
        {
            Digests = DataDigests.Of(plan.Train, plan.Validation, plan.Test),
        };
    }

    /// <summary>What the settings measure on at the end; null if there is nothing.</summary>
    /// <exception cref="InvalidInputException">It is not there.</exception>
    public static DigitSource? FindTest(TrainSettings settings)
        => TestData.Find(settings.Data ?? SampleFolder.Path, settings.Test);

    private static bool AreSame(DigitSource one, DigitSource other)
        => one.Files.SequenceEqual(other.Files);

    private static void CheckTogether(TrainSettings settings)
    {
        if (settings.Hidden > TrainSettings.MostHidden)
            throw new UsageException($"--hidden must be at most {TrainSettings.MostHidden}, not {settings.Hidden}");
        if (settings is { Stream: true, Shuffle: true })
            throw new UsageException("--shuffle needs the data in memory; use it without --stream");
        if (settings is { Stream: true, ValidationFraction: not null })
            throw new UsageException("--validation with a share needs the data in memory; use it without --stream, or name a file");
        if (settings is { EarlyStopping: not null, ValidationFraction: null, ValidationData: null })
            throw new UsageException("--early-stopping needs --validation, a share such as 0.1 or a file");
    }
}
