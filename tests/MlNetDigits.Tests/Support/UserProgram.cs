using System.Diagnostics;
using System.Reflection;

namespace MlNetDigits.Tests.Support;

/// <summary>Runs one of the console projects beside the tests; their output is not part of the tests' own.</summary>
internal static class UserProgram
{
    /// <summary>References MlNetDigits alone: no trainer, no TorchSharp.</summary>
    public const string ModelUser = "ModelUserPath";

    /// <summary>References MlNetDigits.Training alone: no libtorch.</summary>
    public const string TrainerUser = "TrainerUserPath";

    /// <summary>Runs it to its end, and wants it to end well.</summary>
    /// <param name="program">Which one.</param>
    /// <param name="arguments">What to hand it.</param>
    /// <returns>The lines of standard output.</returns>
    public static string[] Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [PathOf(program), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start.WithoutProfiler())!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, errors.Result);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static string PathOf(string program) => typeof(UserProgram).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == program).Value!;
}
