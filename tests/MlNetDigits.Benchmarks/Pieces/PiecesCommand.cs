using System.CommandLine;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;

namespace MlNetDigits.Benchmarks;

/// <summary>Hands over to BenchmarkDotNet.</summary>
internal static class PiecesCommand
{
    public static Command Create()
    {
        var command = new Command(
            "pieces",
            "Measures engines, loading and scoring by BenchmarkDotNet; takes its arguments, as --filter '*Scoring*'.")
        {
            TreatUnmatchedTokensAsErrors = false,
        };
        command.SetAction(parsed =>
        {
            // In this process: BenchmarkDotNet would otherwise build a project for each job, with 486 MB of native
            // libraries in each.
            string[] arguments = ["--inProcess", .. parsed.UnmatchedTokens];
            if (!arguments.Contains("--filter") && !arguments.Contains("-f"))
                arguments = [.. arguments, "--filter", "*"];
            BenchmarkSwitcher.FromAssembly(typeof(PiecesCommand).Assembly).Run(arguments, DefaultConfig.Instance);
        });
        return command;
    }
}
