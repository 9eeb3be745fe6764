using System.CommandLine;

namespace MlNetDigits.Benchmarks;

/// <summary>Turns the lines of JSON of several rounds into one table.</summary>
internal static class ReportCommand
{
    public static Command Create()
    {
        var rounds = new Argument<string[]>("rounds") { Description = "One file of JSON lines a round." };
        var scoring = new Option<bool>("--scoring")
        {
            Description = "The lines are of scoring; without the machine, which stands above already.",
        };
        var command = new Command("report", "Prints the machine and the table of compare.sh's rounds as Markdown.")
        {
            rounds, scoring,
        };
        command.SetAction(parsed => Console.WriteLine(
            parsed.GetValue(scoring)
                ? ScoringTable.Render(Read(parsed.GetRequiredValue(rounds), ScoringMeasurement.Parse))
                : Training(Read(parsed.GetRequiredValue(rounds), Measurement.Parse))));
        return command;
    }

    private static string Training(Measurement[][] measured)
        => Machine.Describe(measured.SelectMany(round => round)) + '\n' + ComparisonTable.Render(measured);

    private static T[][] Read<T>(string[] rounds, Func<string, T> parse)
        => [.. rounds.Select(file => File.ReadLines(file).Select(parse).ToArray())];
}
