using System.CommandLine;
using Microsoft.ML;
using MlNetDigits.Training;

namespace MlNetDigits.Benchmarks;

/// <summary>One training run of a given size, in a process of its own; <see cref="GrowthCommand"/> starts it.</summary>
internal static class GrowthStepCommand
{
    public const string Name = "growth-step";

    public static Command Create()
    {
        var data = CommonOptions.Data();
        var engine = CommonOptions.Engine();
        var threads = CommonOptions.Count("--threads", 1, "The threads.");
        var epochs = CommonOptions.Count("--epochs", 3, "The epochs; the fastest counts.");
        var records = CommonOptions.Count("--records", 10_000, "The records, MNIST's again and again.");
        var hidden = CommonOptions.Count("--hidden", 200, "The hidden nodes.");
        var features = CommonOptions.Count(
            "--features", DigitFormat.Pixels, "The features, of cropped or tiled pictures.");
        var classes = CommonOptions.Count("--classes", DigitFormat.Classes, "The classes, with made-up labels.");
        var command = new Command(Name, "Trains once on made-up sizes and prints one line of JSON.")
        {
            data, engine, threads, epochs, records, hidden, features, classes,
        };
        command.SetAction(parsed =>
        {
            var size = new GrowthSize(
                parsed.GetValue(records), parsed.GetValue(hidden), parsed.GetValue(features), parsed.GetValue(classes));
            var options = new SigmoidNetworkOptions
            {
                Engine = parsed.GetValue(engine),
                Threads = parsed.GetValue(threads),
                Epochs = parsed.GetValue(epochs),
                HiddenNodes = size.Hidden,
            };
            Console.WriteLine(Run(parsed.GetRequiredValue(data), size, options).ToJson());
        });
        return command;
    }

    private static GrowthResult Run(string folder, GrowthSize size, SigmoidNetworkOptions options)
    {
        var ml = new MLContext(seed: 1);
        var seconds = EngineSpeed.FastestEpoch(ml, GrowthData.Open(ml, folder, size), options);
        return new GrowthResult(seconds * 1e6 / size.Records, PeakMemory.Read());
    }
}
