using System.Text.Json;
using System.Text.Json.Nodes;

namespace MlNetDigits;

/// <summary>Reads the history of a training run from a file.</summary>
public static class HistoryFile
{
    private const long MostBytes = 1L << 26;

    // An error is at most the number of outputs; a chart of larger numbers than this shows nothing.
    private const double MostError = 1e9;

    /// <summary>Reads a <c>history.json</c>, as a run folder has it.</summary>
    /// <param name="path">The file: what <see cref="HistoryJson.ToNode(TrainingHistory)"/> gave.</param>
    /// <returns>The history.</returns>
    /// <exception cref="InvalidInputException">The file is not there, or is something else.</exception>
    public static TrainingHistory Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using var file = InputFile.Open(path);
        if (file.Length > MostBytes)
            throw new InvalidInputException(path, $"is larger than {MostBytes >> 20} MB, which no history of a training run is");

        try
        {
            var history = HistoryJson.FromNode(JsonNode.Parse(file));
            return FindProblem(history) is { } problem ? throw new InvalidInputException(path, problem) : history;
        }
        catch (JsonException exception)
        {
            throw new InvalidInputException(path, "is not JSON; give the history.json of a training run", exception.LineNumber + 1, exception);
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException)
        {
            throw new InvalidInputException(
                path, "is not the history of a training run; give the history.json of a run folder", innerException: exception);
        }
    }

    private static string? FindProblem(TrainingHistory history)
    {
        var last = 0;
        foreach (var epoch in history.Epochs)
        {
            if (epoch.Epoch <= last)
                return $"is no history: epoch {epoch.Epoch} comes after epoch {last}";
            last = epoch.Epoch;
            if (epoch.Validation is { MicroAccuracy: not (>= 0 and <= 1) })
                return $"is no history: the accuracy of epoch {last} is not between 0 and 1";
            if (!IsError(epoch.TrainingError) || (epoch.Validation is { } validation && !IsError(validation.Error)))
                return $"is no history: an error of epoch {last} is not between 0 and {MostError:0}";
        }

        return null;
    }

    // An epoch that was cut short before its first record has none.
    private static bool IsError(double error) => double.IsNaN(error) || error is >= 0 and <= MostError;
}
