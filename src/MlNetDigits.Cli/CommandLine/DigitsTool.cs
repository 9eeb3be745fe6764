using System.CommandLine;
using System.CommandLine.Help;
using MlNetDigits.Cli.Backquery;
using MlNetDigits.Cli.Data;
using MlNetDigits.Cli.Doctor;
using MlNetDigits.Cli.Evaluate;
using MlNetDigits.Cli.Inspect;
using MlNetDigits.Cli.Predict;
using MlNetDigits.Cli.Report;
using MlNetDigits.Cli.Sweep;
using MlNetDigits.Cli.Train;

namespace MlNetDigits.Cli.CommandLine;

/// <summary>The tool: its verbs, and what happens from a command line to an exit code.</summary>
internal static class DigitsTool
{
    /// <summary>What is typed.</summary>
    public const string Name = "digits";

    /// <summary>Runs one command line.</summary>
    /// <param name="arguments">What was typed after the tool's name.</param>
    /// <param name="console">What the tool has of the world.</param>
    /// <returns>The exit code.</returns>
    public static int Run(string[] arguments, ToolConsole console)
    {
        try
        {
            var parsed = Root(console).Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
            return ParseErrors.Find(parsed, console.Folder) is { } problem
                ? throw new UsageException(problem)
                : parsed.Invoke(new InvocationConfiguration
                {
                    Output = console.Output,
                    Error = console.Error,
                    EnableDefaultExceptionHandler = false,

                    // Ctrl+C is the business of the verbs that can stop half-way.
                    ProcessTerminationTimeout = null,
                });
        }
        catch (Exception exception)
        {
            var failure = Failure.Of(exception, console.Folder);
            console.Error.WriteLine("error: " + failure.Message);

            // Asked of the words themselves: a command line that cannot be parsed has no options.
            if (arguments.Contains("--verbose"))
                console.Error.WriteLine(exception);
            return failure.ExitCode;
        }
    }

    private static RootCommand Root(ToolConsole console)
    {
        var root = new RootCommand(
            "Trains a small neural network to read handwritten digits, measures it, and reads digits with it.")
        {
            TrainCommand.Create(console),
            EvaluateCommand.Create(console),
            ReportCommand.Create(console),
            PredictCommand.Create(console),
            BackqueryCommand.Create(console),
            InspectCommand.Create(console),
            SweepCommand.Create(console),
            DataCommand.Create(console),
            DoctorCommand.Create(console),
            new Option<bool>("--verbose")
            {
                Description = "Show the log of the libraries, and where an error came from",
                Recursive = true,
            },
        };

        // Not the name of what was started: a test's host may have loaded this assembly.
        root.HelpName = Name;
        root.Options.OfType<VersionOption>().Single().Action = new ShowVersion();
        var help = root.Options.OfType<HelpOption>().Single();
        var action = new HelpWithExamples((HelpAction)help.Action!, console.HelpColumns);
        help.Action = action;

        // Without a verb there is nothing to do but to show what there is.
        root.SetAction(action.Invoke);
        root.Subcommands.Single(command => command.Name == DataCommand.Name).SetAction(action.Invoke);
        return root;
    }
}
