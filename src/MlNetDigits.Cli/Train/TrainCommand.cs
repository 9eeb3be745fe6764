using System.CommandLine;
using MlNetDigits.Cli.CommandLine;
using MlNetDigits.Training;

namespace MlNetDigits.Cli.Train;

/// <summary><c>digits train</c>.</summary>
internal static class TrainCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(ToolConsole console)
    {
        var options = new TrainOptions(console.Folder);
        var model = OptionKinds.Path(
            console.Folder,
            "--model",
            "FILE.zip",
            $"Where the model goes; a file that is there is replaced when training is done [default: {CommonOptions.DefaultModel}]",
            path => OutputTarget.FindFileProblem("--model", path));
        var run = OptionKinds.Path(
            console.Folder, "--out", "DIR", "A folder to make, with the model, options, history, metrics and a report; in place of --model",
            path => new NewFolder(path).FindProblem("--out"));
        var checkpoint = OptionKinds.Path(
            console.Folder, "--checkpoint", "DIR", "A folder that keeps each epoch, so that the run can be resumed after a break",
            path => OutputTarget.FindFolderProblem("--checkpoint", path));
        var resume = OptionKinds.Switch(
            "--resume", "Go on with the run in --checkpoint, with its options; the weights are those of a run without a break");
        var json = CommonOptions.Json();

        var command = new Verb(
            "train",
            "Trains a network on labelled digits, saves it and measures it on the test part.",
            ("train", $"Train on the embedded sample; saves {CommonOptions.DefaultModel}"),
            ("train --data data/mnist --model models/mnist.zip", "Train on MNIST ('digits data download' gets it)"),
            ("train --data mine.csv --test others.csv --epochs 3 --hidden 100", "Train on a file of your own"),
            ("train --data data/mnist --validation 0.1 --early-stopping 3 --epochs 100 --out runs/first", "Train until it gets no better, and keep everything about the run"),
            ("train --data data/mnist --epochs 50 --checkpoint runs/long", "Keep each epoch"),
            ("train --checkpoint runs/long --resume", "Go on after a break"),
            ("train --seed 1 --json > result.json", "Repeat a run exactly, for a program to read"))
        {
            model, run, checkpoint, resume, json,
        };
        foreach (var option in options.All.Reverse())
            command.Options.Insert(0, option);

        command.SetAction(parsed => Run(
            Plan(
                new TrainPlaces(
                    parsed.GetValue(model) ?? (parsed.GetValue(run) is null ? console.Folder.Full(CommonOptions.DefaultModel) : null),
                    parsed.GetValue(run) is { } folder ? new NewFolder(folder) : null,
                    parsed.GetValue(checkpoint) is { } kept ? new CheckpointFolder(kept) : null),
                parsed.GetValue(resume),
                basis => options.Read(parsed, basis),
                console.Folder),
            parsed.GetValue(json),
            CommonOptions.IsVerbose(parsed),
            console));
        return command;
    }

    private static TrainPlan Plan(TrainPlaces places, bool resumes, Func<TrainSettings, TrainSettings> read, WorkingFolder folder)
    {
        places.Check(resumes);
        if (!resumes)
            return TrainPlan.Make(read(new TrainSettings { Seed = Random.Shared.Next() }), places, resume: null);

        var (stored, files, checkpoint) = places.Checkpoints!.Load();
        var settings = read(stored);
        ResumeCheck.Check(stored, settings, checkpoint, folder);
        var plan = TrainPlan.Make(settings, places, checkpoint);
        ResumeCheck.Check(files, plan.Digests!.OfWeights);
        return plan;
    }

    private static int Run(TrainPlan plan, bool json, bool verbose, ToolConsole console)
    {
        var result = TrainRun.Run(MlLog.Context(console, verbose, plan.Settings.Seed), plan, console);
        console.Error.WriteLine(result.Timings.Render());
        if (GuessingCheck.FindProblem(result.History, DigitFormat.Classes, plan.Settings.ToOptions().Targets) is { } problem)
            console.Error.WriteLine($"warning: {problem}");
        console.Output.Write(json ? TrainJson.Render(result, console.Folder) : TrainText.Render(result, console.Folder));
        return result.Interrupted ? ExitCode.Interrupted : ExitCode.Done;
    }
}
