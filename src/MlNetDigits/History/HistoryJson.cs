using System.Text.Json.Nodes;

namespace MlNetDigits;

/// <summary>Renders a training run as JSON, and reads it again.</summary>
public static class HistoryJson
{
    /// <summary>The epochs as a node, to be part of a larger document.</summary>
    /// <param name="history">The history.</param>
    /// <returns>An array with an object for each epoch.</returns>
    public static JsonArray ToNode(TrainingHistory history)
    {
        ArgumentNullException.ThrowIfNull(history);
        var best = history.Best;
        return [.. history.Epochs.Select(epoch => ToNode(epoch, epoch == best))];
    }

    /// <summary>The history of a document.</summary>
    /// <param name="node">What <see cref="ToNode(TrainingHistory)"/> made.</param>
    /// <returns>The history, equal to the first to the last bit.</returns>
    /// <exception cref="FormatException">The document is another.</exception>
    public static TrainingHistory FromNode(JsonNode? node)
    {
        try
        {
            return node is JsonArray epochs
                ? new TrainingHistory([.. epochs.Select(FromEpoch)])
                : throw new FormatException("A history is an array of epochs.");
        }
        catch (Exception exception) when (exception is InvalidOperationException or FormatException or OverflowException)
        {
            throw new FormatException("This is not the history of a training run.", exception);
        }
    }

    private static JsonObject ToNode(EpochReport epoch, bool isBest) => new()
    {
        ["epoch"] = epoch.Epoch,
        ["recordsSeen"] = epoch.RecordsSeen,
        ["trainingError"] = Number(epoch.TrainingError),
        ["validationRecords"] = epoch.Validation?.Records,
        ["validationAccuracy"] = epoch.Validation?.MicroAccuracy,
        ["validationError"] = epoch.Validation is { } validation ? Number(validation.Error) : null,
        ["seconds"] = epoch.Duration.TotalSeconds,
        ["elapsedSeconds"] = epoch.Elapsed.TotalSeconds,
        ["complete"] = epoch.IsComplete,
        ["best"] = isBest,
    };

    private static EpochReport FromEpoch(JsonNode? epoch) => new(
        Required(epoch, "epoch").GetValue<int>(),
        Required(epoch, "recordsSeen").GetValue<long>(),
        Number(epoch?["trainingError"]),
        epoch?["validationRecords"] is { } records
            ? new ValidationMetrics(
                records.GetValue<long>(), Required(epoch, "validationAccuracy").GetValue<double>(), Number(epoch["validationError"]))
            : null,
        Seconds(epoch, "seconds"),
        Seconds(epoch, "elapsedSeconds"),
        Required(epoch, "complete").GetValue<bool>());

    // To the nearest tick: FromSeconds may miss it by one.
    private static TimeSpan Seconds(JsonNode? epoch, string name)
        => TimeSpan.FromTicks((long)Math.Round(Required(epoch, name).GetValue<double>() * TimeSpan.TicksPerSecond));

    private static JsonNode Required(JsonNode? epoch, string name)
        => epoch is JsonObject members && members[name] is { } value
            ? value
            : throw new FormatException($"An epoch has no '{name}'.");

    // JSON has no NaN and no infinity.
    private static JsonValue? Number(double value) => double.IsFinite(value) ? JsonValue.Create(value) : null;

    private static double Number(JsonNode? node) => node?.GetValue<double>() ?? double.NaN;
}
