using System.CommandLine;
using System.Globalization;
using MlNetDigits.Training;

namespace MlNetDigits.Benchmarks;

/// <summary>How time and memory grow with the data and the network.</summary>
internal static class GrowthCommand
{
    public static Command Create()
    {
        var data = CommonOptions.Data();
        var engine = CommonOptions.Engine();
        var threads = CommonOptions.Count("--threads", 1, "The threads.");
        var epochs = CommonOptions.Count("--epochs", 3, "The epochs of each run; the fastest counts.");
        var records = CommonOptions.Count(
            "--records", 10_000, "The records where something else grows; a sixtieth of the most.");
        var command = new Command(
            "growth", "Measures time and memory against records, hidden nodes, features and classes.")
        {
            data, engine, threads, epochs, records,
        };
        command.SetAction(parsed =>
        {
            string[] common =
            [
                GrowthStepCommand.Name,
                "--data", parsed.GetRequiredValue(data),
                "--engine", parsed.GetValue(engine).ToString(),
                "--threads", Text(parsed.GetValue(threads)),
                "--epochs", Text(parsed.GetValue(epochs)),
            ];
            Print(common, parsed.GetValue(engine), parsed.GetValue(threads), parsed.GetValue(records));
        });
        return command;
    }

    private static void Print(string[] common, TrainingEngine engine, int threads, int records)
    {
        Console.WriteLine(string.Join('\n', [.. Machine.Describe(), $"- .NET: {ProcessVersions.Runtime()}"]));
        Console.WriteLine(
            $"""
            - Engine: {engine}, threads: {threads}; the fastest epoch of each run, each run a process of its own
            - Memory: of the whole process, with the pictures that the rows are made from (at most 60,000, 50 MB)

            | Records | Hidden | Features | Classes | Microseconds a record | Picoseconds a weight | Peak memory, MB |
            |---:|---:|---:|---:|---:|---:|---:|
            """);
        foreach (var size in Sizes(records))
        {
            var result = GrowthResult.Parse(ChildProcess.Run([.. common, .. Arguments(size)]));
            var weights = (double)size.Hidden * (size.Features + size.Classes);
            string[] cells =
            [
                Text(size.Records),
                Text(size.Hidden),
                Text(size.Features),
                Text(size.Classes),
                Numbers.Text(result.MicrosecondsPerRecord),
                Numbers.Text(result.MicrosecondsPerRecord * 1e6 / weights),
                Numbers.Text(result.PeakMemoryMB),
            ];
            Console.WriteLine($"| {string.Join(" | ", cells)} |");
        }
    }

    private static IEnumerable<GrowthSize> Sizes(int records)
    {
        var standard = new GrowthSize(records, Hidden: 200, DigitFormat.Pixels, DigitFormat.Classes);
        return
        [
            .. new[] { 1, 6, 20, 60 }.Select(times => standard with { Records = times * records }),
            .. new[] { 25, 50, 100, 400, 800, 1600 }.Select(hidden => standard with { Hidden = hidden }),
            .. new[] { 98, 196, 392, 1568, 3136, 6272 }.Select(features => standard with { Features = features }),
            .. new[] { 2, 5, 20, 50, 100 }.Select(classes => standard with { Classes = classes }),
        ];
    }

    private static string[] Arguments(GrowthSize size) =>
    [
        "--records", Text(size.Records),
        "--hidden", Text(size.Hidden),
        "--features", Text(size.Features),
        "--classes", Text(size.Classes),
    ];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
