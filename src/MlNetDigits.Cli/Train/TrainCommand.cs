using System.CommandLine;
using MlNetDigits.Cli.CommandLine;
using MlNetDigits.Cli.Runs;
using MlNetDigits.Cli.Settings;

namespace MlNetDigits.Cli.Train;

/// <summary><c>digits train</c>.</summary>
internal static class TrainCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(ToolConsole console)
    {
        var options = SettingOption<RunSettings>.All(RunSettingTable.Typed, new RunSettings(), console.Folder);
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
            console.Folder, "--checkpoint", "DIR", "A run folder that keeps each epoch, so that the run can be resumed after a break; may be that of --out",
            path => OutputTarget.FindFolderProblem("--checkpoint", path));
        var resume = OptionKinds.Switch(
            "--resume", "Go on with the run in --checkpoint, with its options and to where its results go; the weights are those of a run without a break");
        var json = CommonOptions.Json();
        var preset = PresetOption.Create();

        var command = new Verb(
            "train",
            "Trains a network on labelled digits, saves it and measures it on the test part.",
            ("train", $"Train on the embedded sample; saves {CommonOptions.DefaultModel}"),
            ("train --data data/mnist --model models/mnist.zip", "Train on MNIST ('digits data download' gets it)"),
            ("train --data data/mnist --preset accurate", "The same network at its best: about 99 %"),
            ("train --data mine.csv --test others.csv --epochs 3 --hidden 100", "Train on a file of your own"),
            ("train --data data/mnist --validation 0.1 --early-stopping 3 --epochs 100 --out runs/first", "Train until it gets no better, and keep everything about the run"),
            ("train --data data/mnist --epochs 50 --checkpoint runs/long", "Keep each epoch"),
            ("train --checkpoint runs/long --resume", "Go on after a break"),
            ("train --seed 1 --json > result.json", "Repeat a run exactly, for a program to read"))
        {
            model, run, checkpoint, resume, json,
        };
        foreach (var option in options.Reverse())
            command.Options.Insert(0, option.Option);
        command.Options.Insert(0, preset);

        command.SetAction(parsed => Run(
            Plan(
                new TrainPlaces(
                    parsed.GetValue(model),
                    parsed.GetValue(run) is { } folder ? new NewFolder(folder) : null,
                    parsed.GetValue(checkpoint) is { } kept ? new RunFolder(kept) : null),
                parsed.GetValue(resume),
                basis => SettingOption<RunSettings>.Read(
                    options, parsed, basis with { Options = PresetOption.Read(parsed, preset, basis.Options) }),
                console.Folder),
            parsed.GetValue(json),
            CommonOptions.IsVerbose(parsed),
            console));
        return command;
    }

    private static TrainPlan Plan(TrainPlaces given, bool resumes, Func<RunSettings, RunSettings> read, WorkingFolder folder)
    {
        var defaultModel = folder.Full(CommonOptions.DefaultModel);
        if (!resumes)
        {
            var places = given.Model is null && given.Run is null ? given with { Model = defaultModel } : given;
            places.Check(resumes);
            return TrainPlan.Create(read(new RunSettings { Seed = Random.Shared.Next() }), places, resume: null);
        }

        given.Check(resumes);
        var (manifest, checkpoint) = given.Checkpoints!.ReadCheckpoint();
        var settings = read(manifest.Settings);
        ResumeCheck.Check(manifest.Settings, settings, checkpoint, folder);
        var remembered = given.OrOf(manifest, defaultModel);
        remembered.Check(resumes);
        var plan = TrainPlan.Create(settings, remembered, checkpoint);
        ResumeCheck.Check(manifest.FilesOfWeights, plan.Manifest!.FilesOfWeights);
        return plan;
    }

    private static int Run(TrainPlan plan, bool json, bool verbose, ToolConsole console)
    {
        var result = TrainRun.Run(MlLog.Context(console, verbose, plan.Settings.Seed), plan, console);
        console.Error.WriteLine(result.Timings.Render());
        console.Output.Write(json ? TrainJson.Render(result, console.Folder) : TrainText.Render(result, console.Folder));
        return result.IsInterrupted ? ExitCode.Interrupted : ExitCode.Done;
    }
}
