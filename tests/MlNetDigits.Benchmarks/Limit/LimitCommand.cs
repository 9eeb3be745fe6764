using System.CommandLine;
using MlNetDigits.Training;

namespace MlNetDigits.Benchmarks;

/// <summary>Says how fast online learning could be on one core of this machine, and how fast it is.</summary>
internal static class LimitCommand
{
    public static Command Create()
    {
        var data = CommonOptions.Data();
        var engine = CommonOptions.Engine();
        var records = CommonOptions.Count("--records", Measurement.FullEpoch, "The records that the engine trains on.");
        var epochs = CommonOptions.Count("--epochs", 5, "How often; the fastest epoch counts.");
        var command = new Command("limit", "Measures what one core can do, and how far an engine is from it.")
        {
            data, engine, records, epochs,
        };
        command.SetAction(parsed =>
        {
            TorchNative.EnsureLoaded();
            var digits = DigitFloats.Read(parsed.GetRequiredValue(data), DigitPart.Train, parsed.GetValue(records));
            var engineMicroseconds = EngineSpeed.Measure(
                parsed.GetRequiredValue(data), parsed.GetValue(engine), digits.Count, parsed.GetValue(epochs));
            Print(MachineLimit.Measure(), ShareOfInk(digits), parsed.GetValue(engine), engineMicroseconds);
        });
        return command;
    }

    private static void Print(MachineLimit limit, double ink, TrainingEngine engine, double engineMicroseconds)
    {
        var dense = Microseconds(limit, share: 1);
        var sparse = Microseconds(limit, ink);
        string[] lines =
        [
            .. Machine.Describe(),
            $"- .NET: {ProcessVersions.Runtime()}",
            "",
            "| One core, 784-200-10, online | |",
            "|---|---:|",
            Line("W1 read and written once in cache, microseconds", limit.WeightsPassMicroseconds),
            Line("Product of W1 and a block, our kernel, GFLOP/s", limit.Gigaflops),
            Line("The same by torch, with instructions of its own choice, GFLOP/s", limit.TorchGigaflops),
            Line("Arithmetic of a record at our kernel's speed, microseconds", dense),
            Line($"The same without the background (leaves {Numbers.Text(ink * 100)} %), microseconds", sparse),
            Line($"Engine {engine}, microseconds a record", engineMicroseconds),
            Line("Engine, times the dense arithmetic", engineMicroseconds / dense),
            Line("Engine, times the arithmetic without background", engineMicroseconds / sparse),
        ];
        Console.WriteLine(string.Join('\n', lines));
    }

    private static string Line(string what, double value) => $"| {what} | {Numbers.Text(value)} |";

    private static double Microseconds(MachineLimit limit, double share)
        => NetworkArithmetic.Classic.Operations(share) / limit.Gigaflops / 1000;

    private static double ShareOfInk(DigitFloats digits)
        => 1 - ((double)digits.Inputs.AsSpan().Count(digits.Inputs.Min()) / digits.Inputs.Length);
}
