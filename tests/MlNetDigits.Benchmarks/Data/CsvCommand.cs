using System.CommandLine;

namespace MlNetDigits.Benchmarks;

/// <summary>Writes mnist_train.csv and mnist_test.csv, which the original program reads.</summary>
internal static class CsvCommand
{
    public static Command Create()
    {
        var data = CommonOptions.Data();
        var output = new Option<string>("--output") { Description = "The folder to write to.", Required = true };
        var command = new Command("csv", "Writes MNIST as CSV for the original program.") { data, output };
        command.SetAction(parsed =>
        {
            foreach (var (part, name) in new[] { (DigitPart.Train, "train"), (DigitPart.Test, "test") })
            {
                var path = Path.Combine(parsed.GetRequiredValue(output), $"mnist_{name}.csv");
                DigitConversion.ToCsv(DigitSource.Resolve(parsed.GetRequiredValue(data), part), path);
            }
        });
        return command;
    }
}
