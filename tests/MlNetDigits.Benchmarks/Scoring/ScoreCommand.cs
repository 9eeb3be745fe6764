using System.CommandLine;

namespace MlNetDigits.Benchmarks;

/// <summary>
/// Has one scorer score once in one way and prints one line of JSON. compare.sh calls it, each time as a new process.
/// </summary>
internal static class ScoreCommand
{
    public static Command Create()
    {
        var rows = CommonOptions.Count("--rows", 128, "The rows of a call; they divide 1,024.");
        var threads = CommonOptions.Count("--threads", 1, "The threads.");
        return new Command("score", "Trains a network, has one scorer use it, and prints one line of JSON.")
        {
            CreateScorer("query", "Ours, a row at a time.", OurScorer.Query),
            CreateScorer("predict", "Ours through ML.NET's PredictionEngine.", OurScorer.Predict),
            CreateScorer("many", "Ours, many rows at once.", OurScorer.QueryMany, rows, threads),
            CreateScorer("onnx", "ONNX Runtime with the same weights.", OnnxScorer.Run, rows, threads),
        };
    }

    private static Command CreateScorer(
        string name,
        string description,
        Func<ScoringSettings, ScoringMeasurement> run,
        Option<int>? rows = null,
        Option<int>? threads = null)
    {
        var data = CommonOptions.Data();
        var grain = CommonOptions.Grain();
        var command = new Command(name, description) { data, grain };
        if (rows is not null)
            command.Add(rows);
        if (threads is not null)
            command.Add(threads);
        command.SetAction(parsed =>
        {
            var settings = new ScoringSettings(
                parsed.GetRequiredValue(data),
                rows is null ? 1 : parsed.GetValue(rows),
                threads is null ? 1 : parsed.GetValue(threads),
                parsed.GetValue(grain));
            Console.WriteLine(run(settings).ToJson());
        });
        return command;
    }
}
