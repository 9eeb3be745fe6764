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
            "Shows versions, and what is loaded from where; exit code 4 if training cannot work on this machine.",
            ("doctor", "Look whether everything is there"))
        {
            json,
        };
        command.SetAction(parsed =>
        {
            var findings = Findings.Collect();
            console.Output.Write(parsed.GetValue(json) ? findings.RenderJson() : findings.RenderText());
            if (findings.Torch.Error is not { } error)
                return ExitCode.Done;
            console.Error.WriteLine("error: " + error);
            return ExitCode.NativeLibrary;
        });
        return command;
    }
}
