using System.Diagnostics;
using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Samples;

/// <summary>What a process did that <c>dotnet</c> was, or one of the sample programs.</summary>
/// <param name="ExitCode">How it ended.</param>
/// <param name="Output">All of its standard output; of a program that does not compile, the compiler's messages.</param>
/// <param name="Error">All of its standard error.</param>
internal sealed record SampleProcess(int ExitCode, string Output, string Error)
{
    // The first build of all compiles the projects that the programs reference, unless the tests were built the same way.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Where the programs are.</summary>
    public static string Folder { get; } = RepositoryFolder.Combine("src", "Samples");

    /// <summary>The programs' file names, in order.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. Directory.EnumerateFiles(Folder, "*.cs").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    /// <summary>The lines of standard output.</summary>
    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Compiles and runs a program as a reader does, and wants it to end well.</summary>
    public static SampleProcess DotnetRun(string name, TemporaryFolder workingFolder, params string[] arguments)
        => RunToItsEnd(workingFolder.Path, ["run", Path.Combine(Folder, name), "--", .. arguments]).WhichEndedWell(name);

    /// <summary>Runs <c>dotnet</c> in some folder.</summary>
    public static SampleProcess RunToItsEnd(string workingFolder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = workingFolder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start.WithoutProfiler())!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"'dotnet {string.Join(' ', arguments)}' has not ended within {Patience}.");
        }

        return new SampleProcess(process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
    }

    /// <summary>This process, if it ended well.</summary>
    public SampleProcess WhichEndedWell(string name)
    {
        Assert.True(this is { ExitCode: 0, Error: "" }, $"{name} ended with {ExitCode}.\n{Error}{Output}");
        return this;
    }
}
