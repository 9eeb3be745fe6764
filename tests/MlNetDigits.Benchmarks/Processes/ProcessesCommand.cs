using System.CommandLine;
using System.Globalization;

namespace MlNetDigits.Benchmarks;

/// <summary>
/// The same measurements in several processes. Where a process puts its arrays and its code is luck; a time that is good
/// in one process and bad in the next is only seen by starting some.
/// </summary>
internal static class ProcessesCommand
{
    public static Command Create()
    {
        var data = CommonOptions.DataOrSample();
        var processes = CommonOptions.Count("--processes", 10, "How many processes, one after the other.");
        var records = CommonOptions.Count("--records", Measurement.FullEpoch, "The records, if there are so many.");
        var epochs = CommonOptions.Count("--epochs", 5, "The epochs of each training; their median counts.");
        var grain = CommonOptions.Grain();
        var command = new Command(
            "processes", "Trains and scores in several processes; prints the least, the median and the most of each time.")
        {
            data, processes, records, epochs, grain,
        };
        command.SetAction(parsed =>
        {
            string[] step =
            [
                ProcessStepCommand.Name,
                "--data", parsed.GetRequiredValue(data),
                "--records", Text(parsed.GetValue(records)),
                "--epochs", Text(parsed.GetValue(epochs)),
                .. parsed.GetValue(grain) ? ["--grain"] : Array.Empty<string>(),
            ];
            var measured = Run(step, parsed.GetValue(processes));
            string[] heading =
            [
                .. Machine.Describe(),
                $"- .NET: {ProcessVersions.Runtime()}",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"- Digits: {measured[0].Records:N0}{(parsed.GetValue(grain) ? " on grainy paper" : "")}; network 784-200-10"),
                $"- Processes: {measured.Count}; in each the median of {parsed.GetValue(epochs)} epochs, or of many passes over the rows",
            ];
            Console.WriteLine(string.Join('\n', heading) + '\n');
            Console.WriteLine(ProcessTable.Render(measured));
        });
        return command;
    }

    private static List<ProcessSpeeds> Run(string[] step, int processes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(processes, 1);
        var measured = new List<ProcessSpeeds>();
        for (var process = 1; process <= processes; process++)
        {
            measured.Add(ProcessSpeeds.Parse(ChildProcess.Run(step)));
            Console.Error.WriteLine($"process {process} of {processes}");
        }

        return measured;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
