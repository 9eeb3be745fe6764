using System.CommandLine;
using MlNetDigits.Cli.CommandLine;

namespace MlNetDigits.Cli.Sweep;

/// <summary><c>digits sweep</c>.</summary>
internal static class SweepCommand
{
    // Each has a thread.
    private const int MostJobs = 1000;

    /// <summary>Makes the command.</summary>
    public static Command Create(ToolConsole console)
    {
        var data = OptionKinds.Path(
            console.Folder,
            "--data",
            "PATH",
            "What to learn from: a CSV file, an IDX images file, an .npz file, or a folder that holds MNIST or the sample "
                + "under the usual names [default: the embedded sample]");
        var test = OptionKinds.Path(
            console.Folder, "--test", "PATH", "What to measure on [default: the test part of the folder, if it has one]");
        var dataOptions = new DataOptions(console.Folder);
        var options = new SweepOptions(console.Folder);
        var jobs = OptionKinds.OptionalNumber(
            "--jobs",
            "Trainings at once; the results do not depend on it [default: as many as there are cores]",
            least: 1);
        var folder = OptionKinds.Path(
            console.Folder,
            "--out",
            "DIR",
            "A folder to make, with tables (CSV, JSON) and charts (PNG, SVG)",
            path => new NewFolder(path).FindProblem("--out"));
        var json = CommonOptions.Json();

        var command = new Verb(
            "sweep",
            "Trains every combination of hidden nodes, learning rates and epochs with several seeds, and compares them. "
                + "A LIST is 50,100,200 or a range: 1..8, or 50..300..50 with a step.",
            ("sweep --epochs 1..10", "How many epochs? Trains three networks, not thirty"),
            (
                "sweep --hidden 50..300..50 --learning-rate 0.05,0.1,0.2 --validation 0.1",
                "Choose without a look at the test data"),
            (
                "sweep --hidden 50,100,200,300 --learning-rate 0.01,0.1,0.3 --epochs 1..8 --data data/mnist --out runs/sweep",
                "A whole grid on MNIST, with charts"))
        {
            data, test,
        };
        foreach (var option in options.All.Concat([jobs, folder, json]))
            command.Add(option);
        dataOptions.AddTo(command, after: test);
        command.SetAction(parsed =>
        {
            var grid = options.Read(parsed);
            if (parsed.GetValue(jobs) > MostJobs)
                throw new UsageException($"{jobs.Name} must be at most {MostJobs}; more trainings at once than cores bring nothing");
            var (train, held) = SweepPlan.FindData(
                parsed.GetValue(data) ?? SampleFolder.Path,
                parsed.GetValue(test),
                holdsBack: grid.Options.ValidationFraction is not null);
            var plan = new SweepPlan(
                train, held, dataOptions.Read(parsed), grid, parsed.GetValue(jobs), parsed.GetValue(folder) is { } path ? new NewFolder(path) : null);
            return Run(plan, parsed.GetValue(json), CommonOptions.IsVerbose(parsed), console);
        });
        return command;
    }

    private static int Run(SweepPlan plan, bool json, bool verbose, ToolConsole console)
    {
        var compared = SweepWork.Run(MlLog.Context(console, verbose, plan.Grid.FirstSeed), plan, console);
        var outcome = compared with { Folder = plan.OutFolder?.Create(folder => SweepFiles.Write(folder, compared, console.Folder)).Path };
        console.Output.Write(json ? SweepJson.Render(outcome, console.Folder) : SweepText.Render(outcome, console.Folder));
        return outcome.IsInterrupted ? ExitCode.Interrupted : ExitCode.Done;
    }
}
