using System.Diagnostics;
using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Samples;

/// <summary>What one of the sample programs did, run as a reader runs it: <c>dotnet run FILE.cs</c>.</summary>
/// <param name="ExitCode">How it ended.</param>
/// <param name="Output">All of its standard output; of a program that does not compile, the compiler's messages.</param>
/// <param name="Error">All of its standard error.</param>
internal sealed record SampleProcess(int ExitCode, string Output, string Error)
{
    // The first run of all compiles the projects that the programs reference, unless the tests were built the same way.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Where the programs are.</summary>
    public static string Folder { get; } = RepositoryFolder.Combine("src", "Samples");

    /// <summary>The programs' file names, in order.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. Directory.EnumerateFiles(Folder, "*.cs").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    /// <summary>The lines of standard output.</summary>
    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Compiles and runs a program in some folder, and wants it to end well.</summary>
    public static SampleProcess Run(string name, TemporaryFolder workingFolder, params string[] arguments)
    {
        var process = RunToItsEnd(name, workingFolder, arguments);
        Assert.True(process is { ExitCode: 0, Error: "" }, $"{name} ended with {process.ExitCode}.\n{process.Error}{process.Output}");
        return process;
    }

    /// <summary>Compiles and runs a program in some folder.</summary>
    public static SampleProcess RunToItsEnd(string name, TemporaryFolder workingFolder, params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo("dotnet", ["run", Path.Combine(Folder, name), "--", .. arguments])
            {
                WorkingDirectory = workingFolder.Path,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{name} has not ended within {Patience}.");
        }

        return new SampleProcess(process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
    }
}
