using System.CommandLine;
using MlNetDigits.Cli.CommandLine;

namespace MlNetDigits.Cli.Data;

/// <summary><c>digits data</c>: groups the verbs that are about data sets.</summary>
internal static class DataCommand
{
    /// <summary>What is typed.</summary>
    public const string Name = "data";

    /// <summary>Makes the command.</summary>
    public static Command Create(ToolConsole console) => new(Name, "Gets, checks and converts data sets.")
    {
        DownloadCommand.Create(console),
        ConvertCommand.Create(console),
        VerifyCommand.Create(console),
        SampleCommand.Create(console),
    };
}
