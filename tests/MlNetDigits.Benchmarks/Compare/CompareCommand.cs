using System.CommandLine;
using MlNetDigits.Training;

namespace MlNetDigits.Benchmarks;

/// <summary>
/// Trains one contender once and prints one line of JSON. compare.sh calls it, each time as a new process.
/// </summary>
internal static class CompareCommand
{
    public static Command Create()
    {
        var engine = CommonOptions.Engine();
        var rule = new Option<UpdateRule>("--rule") { Description = "How the weights change; Classic by default." };
        var grain = CommonOptions.Grain();
        var batch = CommonOptions.Count("--batch", 1, "The records of an update.");
        var ours = CreateContender(
            "ours",
            "Our trainer.",
            (settings, parsed) => OurContender.Run(
                settings with { BatchSize = parsed.GetValue(batch) },
                parsed.GetValue(engine),
                parsed.GetValue(rule),
                parsed.GetValue(grain)));
        ours.Add(engine);
        ours.Add(rule);
        ours.Add(grain);
        ours.Add(batch);
        var distort = new Option<bool>("--distort") { Description = "Distort each image anew in each epoch." };
        var accurate = CreateContender(
            "accurate",
            "Our trainer with SigmoidNetworkOptions.Accurate.",
            (settings, parsed) => OurContender.RunAccurate(settings, parsed.GetValue(distort)));
        accurate.Add(distort);
        return new Command("compare", "Trains one contender once and prints one line of JSON.")
        {
            ours,
            accurate,
            CreateContender(
                "torchsharp", "TorchSharp written the usual way.", (settings, _) => TorchSharpContender.Run(settings)),
            CreateContender("sdca", "ML.NET's SdcaMaximumEntropy.", (settings, _) => MlNetContender.Sdca(settings)),
            CreateContender("lbfgs", "ML.NET's LbfgsMaximumEntropy.", (settings, _) => MlNetContender.Lbfgs(settings)),
            CreateContender("lightgbm", "ML.NET's LightGbm.", (settings, _) => MlNetContender.LightGbm(settings)),
        };
    }

    private static Command CreateContender(
        string name, string description, Func<CompareSettings, ParseResult, Measurement> run)
    {
        var data = CommonOptions.Data();
        var records = CommonOptions.Count("--records", Measurement.FullEpoch, "The records to train on.");
        var epochs = CommonOptions.Count("--epochs", 1, "The epochs; ML.NET's own trainers decide for themselves.");
        var threads = CommonOptions.Count("--threads", 1, "The threads.");
        var command = new Command(name, description) { data, records, epochs, threads };
        command.SetAction(parsed =>
        {
            var settings = new CompareSettings(
                parsed.GetRequiredValue(data),
                parsed.GetValue(records),
                parsed.GetValue(epochs),
                parsed.GetValue(threads));
            Console.WriteLine(run(settings, parsed).ToJson());
        });
        return command;
    }
}
