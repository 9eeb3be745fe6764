using System.CommandLine;
using MlNetDigits.Cli.CommandLine;

namespace MlNetDigits.Cli.Doctor;

/// <summary><c>digits doctor</c>.</summary>
internal static class DoctorCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(ToolConsole console)
    {
        var json = CommonOptions.Json();
        var command = new Verb(
            "doctor",
            "Shows versions, what is loaded from where, and which engines can train on this machine.",
            ("doctor", "Look whether everything is there"))
        {
            json,
        };
        command.SetAction(parsed =>
        {
            var findings = Findings.Collect(console.Shipped);
            console.Output.Write(parsed.GetValue(json) ? findings.RenderJson() : findings.RenderText());

            // No error: none of the tool's verbs needs libtorch.
            if (findings.Torch.Error is { } error)
                console.Error.WriteLine("note: " + error);
            return ExitCode.Done;
        });
        return command;
    }
}
