using System.Diagnostics;
using MlNetDigits.Tests.Support;
using MlNetDigits.Training;

namespace MlNetDigits.Tests.Training;

/// <summary>What a fresh process has loaded once a network has been trained and queried; handed over through a file.</summary>
internal static class LearnerProbe
{
    /// <summary>In the child process: trains, and writes the names of all assemblies and native libraries.</summary>
    public static void Write(string path)
    {
        using var network = new SigmoidNetwork(784, 200, 10, seed: 1);
        network.Train(new float[784], new float[10]);
        network.Query(new float[784]);

        var assemblies = AppDomain.CurrentDomain.GetAssemblies().Select(assembly => assembly.GetName().Name);
        var libraries = Process.GetCurrentProcess().Modules.Cast<ProcessModule>().Select(module => module.ModuleName);
        File.WriteAllLines(path, assemblies.Concat(libraries).OfType<string>());
    }

    /// <summary>In the test: what the child wrote.</summary>
    public static string[] Run(string resultFile)
    {
        var program = typeof(LearnerProbe).Assembly.Location;
        using var process = Process.Start(
            new ProcessStartInfo("dotnet", ["exec", program, "probe-learner", resultFile]).WithoutProfiler())!;
        process.WaitForExit();
        return File.ReadAllLines(resultFile);
    }
}
