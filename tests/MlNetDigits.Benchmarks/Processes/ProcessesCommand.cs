using System.CommandLine;
using System.Globalization;

namespace MlNetDigits.Benchmarks;

/// <summary>
/// The same measurements in several processes. Where a process puts its arrays, and what it has compiled for what, is
/// luck; a time that is good in one process and bad in the next is only seen by starting some.
/// </summary>
internal static class ProcessesCommand
{
    public static Command Create()
    {
        var options = new ProcessOptions();
        var processes = CommonOptions.Count("--processes", 10, "How many processes, one after the other.");
        var shuffle = new Option<bool>("--shuffle")
        {
            Description = "Measure in another order in each process: what ran before can make code slower.",
        };
        var command = new Command(
            "processes", "Trains and scores in several processes; prints the least, the median and the most of each time.")
        {
            processes, shuffle,
        };
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            var settings = options.Read(parsed);
            var measured = Run(settings, parsed.GetValue(processes), parsed.GetValue(shuffle));
            Console.WriteLine(Heading(settings, measured, parsed.GetValue(shuffle)));
            Console.WriteLine(ProcessTable.Render(measured));
        });
        return command;
    }

    private static List<ProcessSpeeds> Run(ProcessSettings settings, int processes, bool shuffle)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(processes, 1);
        var measured = new List<ProcessSpeeds>();
        for (var process = 1; process <= processes; process++)
        {
            string[] order = shuffle ? ["--order", process.ToString(CultureInfo.InvariantCulture)] : [];
            Console.Error.WriteLine($"process {process} of {processes}");
            measured.Add(ProcessSpeeds.Parse(
                ChildProcess.Run([ProcessStepCommand.Name, .. ProcessOptions.Write(settings), .. order])));
        }

        return measured;
    }

    private static string Heading(ProcessSettings settings, List<ProcessSpeeds> measured, bool shuffle)
    {
        var paper = settings.Grain ? ", on grainy paper" : "";
        var order = shuffle ? "an order of its own" : "the order of the table";
        string[] lines =
        [
            .. Machine.Describe(),
            $"- .NET: {ProcessVersions.Runtime()}",
            string.Create(CultureInfo.InvariantCulture, $"- Digits: {measured[0].Records:N0}{paper}"),
            $"- Processes: {measured.Count}, each measuring in {order}",
            $"- In a process: the median of {settings.Epochs} epochs, or of many passes over 1,000 rows",
            "",
        ];
        return string.Join('\n', lines);
    }
}
