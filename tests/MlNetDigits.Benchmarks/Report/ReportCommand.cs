using System.CommandLine;

namespace MlNetDigits.Benchmarks;

/// <summary>Turns the lines of JSON of several rounds into one table.</summary>
internal static class ReportCommand
{
    public static Command Create()
    {
        var rounds = new Argument<string[]>("rounds") { Description = "One file of JSON lines a round." };
        var command = new Command("report", "Prints the machine and the table of compare.sh's rounds as Markdown.")
        {
            rounds,
        };
        command.SetAction(parsed =>
        {
            Measurement[][] measured =
            [
                .. parsed.GetRequiredValue(rounds)
                    .Select(file => File.ReadLines(file).Select(Measurement.Parse).ToArray()),
            ];
            Console.WriteLine(Machine.Describe(measured.SelectMany(round => round)));
            Console.WriteLine(ComparisonTable.Render(measured));
        });
        return command;
    }
}
