using System.CommandLine;

namespace MlNetDigits.Benchmarks;

/// <summary>Training and scoring in one process; <see cref="ProcessesCommand"/> starts it.</summary>
internal static class ProcessStepCommand
{
    public const string Name = "processes-step";

    public static Command Create()
    {
        var data = CommonOptions.DataOrSample();
        var records = CommonOptions.Count("--records", Measurement.FullEpoch, "The records, if there are so many.");
        var epochs = CommonOptions.Count("--epochs", 5, "The epochs; their median counts.");
        var grain = CommonOptions.Grain();
        var command = new Command(Name, "Measures training and scoring once and prints one line of JSON.")
        {
            data, records, epochs, grain,
        };
        command.SetAction(parsed => Console.WriteLine(
            ProcessSpeeds.Measure(
                parsed.GetRequiredValue(data),
                parsed.GetValue(records),
                parsed.GetValue(epochs),
                parsed.GetValue(grain)).ToJson()));
        return command;
    }
}
