using System.CommandLine;

namespace MlNetDigits.Benchmarks;

/// <summary>Training and scoring in one process; <see cref="ProcessesCommand"/> starts it.</summary>
internal static class ProcessStepCommand
{
    public const string Name = "processes-step";

    public static Command Create()
    {
        var options = new ProcessOptions();
        var order = new Option<int?>("--order") { Description = "Seeds the order of the measurements." };
        var command = new Command(Name, "Measures training and scoring once and prints one line of JSON.") { order };
        options.AddTo(command);
        command.SetAction(parsed => Console.WriteLine(
            ProcessSpeeds.Measure(options.Read(parsed), parsed.GetValue(order)).ToJson()));
        return command;
    }
}
