using System.CommandLine;
using MlNetDigits.Cli.CommandLine;

namespace MlNetDigits.Cli.Data;

/// <summary><c>digits data</c>: groups the verbs that are about data sets.</summary>
internal static class DataCommand
{
    /// <summary>What is typed.</summary>
    public const string Name = "data";

    /// <summary>Makes the command.</summary>
    public static Command Create(ToolConsole console) => new Verb(
        Name,
        "Gets, checks and converts data sets.",
        ("data sample --out my-data", "Get the sample as CSV files"),
        ("data download", "Get MNIST into data/mnist"),
        ("data verify data/mnist", "Check it"),
        ("data convert data/mnist mnist_train.csv", "Its training part as CSV"))
    {
        DownloadCommand.Create(console),
        ConvertCommand.Create(console),
        VerifyCommand.Create(console),
        SampleCommand.Create(console),
    };
}
