using System.Globalization;
using MlNetDigits.Cli.CommandLine;

namespace MlNetDigits.Cli.Train;

/// <summary>The command line that repeats a run.</summary>
internal static class TrainCommandLine
{
    private static readonly TrainSettings Defaults = new();

    /// <summary>The command as it is typed in a folder, with the options that differ from their defaults.</summary>
    public static string Render(TrainSettings settings, WorkingFolder folder)
        => string.Join(' ', ["digits train", .. Options(settings.Shown(folder))]);

    private static IEnumerable<string> Options(TrainSettings settings)
    {
        (string Name, object? Value, object? Default)[] options =
        [
            ("--data", settings.Data, Defaults.Data),
            ("--test", settings.Test, Defaults.Test),
            ("--validation", settings.ValidationData ?? (object?)settings.ValidationFraction, null),
            ("--early-stopping", settings.EarlyStopping, Defaults.EarlyStopping),
            ("--epochs", settings.Epochs, Defaults.Epochs),
            ("--hidden", settings.Hidden, Defaults.Hidden),
            ("--learning-rate", settings.LearningRate, Defaults.LearningRate),
            ("--batch-size", settings.BatchSize, Defaults.BatchSize),
            ("--rule", settings.Rule, Defaults.Rule),
            ("--init", settings.Init, Defaults.Init),
            ("--shuffle", settings.Shuffle, Defaults.Shuffle),
            ("--stream", settings.Stream, Defaults.Stream),
            ("--seed", settings.Seed, null),
            ("--threads", settings.Threads, Defaults.Threads),
        ];
        return options.Where(option => !Equals(option.Value, option.Default)).Select(option => option.Value switch
        {
            true => option.Name,
            Enum word => $"{option.Name} {word.ToString().ToLowerInvariant()}",
            string path => $"{option.Name} {Quoted(path)}",
            var value => string.Create(CultureInfo.InvariantCulture, $"{option.Name} {value}"),
        });
    }

    /// <summary>A path as it can be typed.</summary>
    public static string Quoted(string path) => path.Any(char.IsWhiteSpace) ? $"\"{path}\"" : path;
}
