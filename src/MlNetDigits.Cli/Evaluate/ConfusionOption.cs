using System.CommandLine;
using MlNetDigits.Cli.CommandLine;
using MlNetDigits.Reporting;

namespace MlNetDigits.Cli.Evaluate;

/// <summary><c>--confusion</c>: files for the confusion matrix.</summary>
internal static class ConfusionOption
{
    /// <summary>Makes the option; it can be given several times.</summary>
    public static Option<string[]> Create(WorkingFolder folder) => OptionKinds.Paths(
        folder,
        "--confusion",
        "FILE",
        "Write the confusion matrix to a file as well; its name ends in "
            + $"{string.Join(", ", ConfusionFile.Extensions)}. Can be given several times",
        FindProblem);

    private static string? FindProblem(string file) => ConfusionFile.IsSupported(file)
        ? OutputTarget.FindFileProblem("--confusion", file)
        : $"--confusion must name a file that ends in {string.Join(", ", ConfusionFile.Extensions)}, not '{file}'";
}
