using System.CommandLine;
using MlNetDigits.Cli.CommandLine;
using MlNetDigits.Training;

namespace MlNetDigits.Cli.Train;

/// <summary><c>digits train</c>.</summary>
internal static class TrainCommand
{
    private static readonly SigmoidNetworkOptions Defaults = new();

    /// <summary>Makes the command.</summary>
    public static Command Create(ToolConsole console)
    {
        var data = OptionKinds.Path(
            "--data",
            "PATH",
            "What to learn from: a CSV file, an IDX images file, or a folder that holds MNIST or the sample "
                + "under the usual names [default: the embedded sample]");
        var test = OptionKinds.Path(
            "--test", "PATH", "What to measure on [default: the test part of the folder, if it has one]");
        var model = OptionKinds.Path(
            "--model",
            "FILE.zip",
            "Where the model goes; a file that is there is replaced when training is done",
            CommonOptions.DefaultModel,
            path => ModelTarget.FindProblem("--model", path));
        var epochs = Number(
            "--epochs",
            "How often to go through the data",
            Defaults.Epochs,
            (options, value) => options with { Epochs = value });
        var hidden = Number(
            "--hidden", "Hidden nodes", Defaults.HiddenNodes, (options, value) => options with { HiddenNodes = value });
        var rate = Number(
            "--learning-rate",
            "Learning rate",
            Defaults.LearningRate,
            (options, value) => options with { LearningRate = value });
        var batch = Number(
            "--batch-size",
            "Records that make one update",
            Defaults.BatchSize,
            (options, value) => options with { BatchSize = value });
        var rule = OptionKinds.Choice(
            "--rule",
            "How the weights change: the classic network's rule, or the gradient of the squared error",
            Defaults.UpdateRule);
        var init = OptionKinds.Choice(
            "--init",
            "How the weights are drawn: from (-0.5, 0.5), or normally with a deviation of 1/sqrt(inputs)",
            Defaults.Initialization);
        var shuffle = OptionKinds.Switch("--shuffle", "See the records in another order each epoch");
        var stream = OptionKinds.Switch(
            "--stream", "Read the data anew each epoch and keep little of it in memory; not with --shuffle");
        var seed = OptionKinds.OptionalNumber(
            "--seed", "Decides every random number; the same seed repeats a run [default: a random one, printed]");
        var threads = Number(
            "--threads",
            "Threads to train with",
            Defaults.Threads,
            (options, value) => options with { Threads = value });
        var json = CommonOptions.Json();

        var command = new Verb(
            "train",
            "Trains a network on labelled digits, saves it and measures it on the test part.",
            ("train", "Train on the embedded sample; saves models/my-digits.zip"),
            ("train --data data/mnist --model models/mnist.zip", "Train on MNIST ('digits data download' gets it)"),
            ("train --data mine.csv --test others.csv --epochs 3 --hidden 100", "Train on a file of your own"),
            ("train --seed 1 --json > result.json", "Repeat a run exactly, for a program to read"))
        {
            data, test, model, epochs, hidden, rate, batch, rule, init, shuffle, stream, seed, threads, json,
        };
        command.SetAction(parsed =>
        {
            // A default is not parsed, so nothing has looked at it yet.
            if (ModelTarget.FindProblem(model.Name, parsed.GetRequiredValue(model)) is { } problem)
                throw new UsageException(problem);

            var (train, held) = TrainPlan.FindData(parsed.GetValue(data) ?? SampleFolder.Path, parsed.GetValue(test));
            var plan = new TrainPlan(
                train,
                held,
                parsed.GetRequiredValue(model),
                new SigmoidNetworkOptions
                {
                    Epochs = parsed.GetValue(epochs),
                    HiddenNodes = parsed.GetValue(hidden),
                    LearningRate = parsed.GetValue(rate),
                    BatchSize = parsed.GetValue(batch),
                    UpdateRule = parsed.Chosen<UpdateRule>(rule),
                    Initialization = parsed.Chosen<WeightInitialization>(init),
                    Shuffle = parsed.GetValue(shuffle),
                    Streaming = parsed.GetValue(stream),
                    Threads = parsed.GetValue(threads),
                },
                parsed.GetValue(seed) ?? Random.Shared.Next());
            if (plan.Options is { Streaming: true, Shuffle: true })
                throw new UsageException("--shuffle needs the data in memory; use it without --stream.");
            return Run(plan, parsed.GetValue(json), CommonOptions.IsVerbose(parsed), console);
        });
        return command;
    }

    private static int Run(TrainPlan plan, bool json, bool verbose, ToolConsole console)
    {
        var result = TrainRun.Run(MlLog.Context(console, verbose, plan.Seed), plan, console);
        console.Error.WriteLine(result.Timings.Render());
        console.Output.Write(json ? TrainJson.Render(result) : TrainText.Render(result));
        return result.Interrupted ? ExitCode.Interrupted : ExitCode.Done;
    }

    /// <summary>A number that the trainer's own options judge.</summary>
    private static Option<T> Number<T>(
        string name, string description, T defaultValue, Func<SigmoidNetworkOptions, T, SigmoidNetworkOptions> set)
        where T : struct, System.Numerics.INumber<T>
        => OptionKinds.Number(name, description, defaultValue, value => set(Defaults, value).FindProblems()
            .Select(problem => name + problem[problem.IndexOf(' ', StringComparison.Ordinal)..]));
}
