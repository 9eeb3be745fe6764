using System.Security.Cryptography;
using MlNetDigits.Tests.Support;
using MlNetDigits.Training;

namespace MlNetDigits.Tests.Native;

/// <summary>Loading libtorch in processes that have not loaded it, and that are not this one.</summary>
public sealed class TorchProbeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Probe_FreshProcess_WorksAndWritesNothing()
    {
        var library = TorchNativeFiles.Find(TorchNativeFiles.FoldersOfThisProcess()).LibTorchSharp!;
        var before = SHA256.HashData(await File.ReadAllBytesAsync(library));

        var outcome = await TorchProbeProcess.RunAsync(_folder.Path, _folder.File("result.json"));

        Assert.Equal((0, "", ""), (outcome.ExitCode, outcome.Output, outcome.Error));
        Assert.Equal(4950f, outcome.Probe!.Sum);
        Assert.Equal(before, SHA256.HashData(await File.ReadAllBytesAsync(library)));
        AssertCopy(outcome.Probe.Status, library);
    }

    [Fact]
    public async Task Probe_ManyProcessesWithAnEmptyCache_AllWorkOnOneCopy()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(
            index => TorchProbeProcess.RunAsync(_folder.Path, _folder.File($"result-{index}.json"))));

        Assert.All(outcomes, outcome => Assert.Equal((0, "", ""), (outcome.ExitCode, outcome.Output, outcome.Error)));
        Assert.All(outcomes, outcome => Assert.Equal(4950f, outcome.Probe!.Sum));
        Assert.Single(outcomes.Select(outcome => outcome.Probe!.Status).Distinct());
        AssertCopy(outcomes[0].Probe!.Status, TorchNativeFiles.Find(TorchNativeFiles.FoldersOfThisProcess()).LibTorchSharp!);
    }

    [Fact]
    public async Task Probe_NoNativeLibraries_SaysSoAndWritesNothing()
    {
        // Without the file of dependencies, the runtime only knows what is beside the program.
        var program = typeof(TorchProbe).Assembly.Location;
        var app = Directory.CreateDirectory(_folder.File("app")).FullName;
        string[] files =
        [
            .. Directory.GetFiles(AppContext.BaseDirectory, "*.dll"),
            Path.ChangeExtension(program, ".runtimeconfig.json"),
        ];
        foreach (var file in files.Where(file => Path.GetFileName(file) != TorchNativeNames.LibTorchSharp))
            File.Copy(file, Path.Combine(app, Path.GetFileName(file)));

        var outcome = await TorchProbeProcess.RunAsync(
            _folder.Path, _folder.File("result.json"), Path.Combine(app, Path.GetFileName(program)));

        Assert.Equal((0, "", ""), (outcome.ExitCode, outcome.Output, outcome.Error));
        Assert.False(outcome.Probe!.Status.IsAvailable);
        Assert.Contains("reference the package TorchSharp-cpu", outcome.Probe.Status.Error, StringComparison.Ordinal);
    }

    /// <summary>Either the library is used as it came and the cache is empty, or the one file there is what is used.</summary>
    private void AssertCopy(TorchNativeStatus status, string library)
    {
        var native = _folder.File("native");
        Assert.Equal(
            status.IsMendedCopy ? [status.LibTorchSharpPath!] : [],
            Directory.Exists(native) ? Directory.GetFiles(native) : []);
        if (status.IsMendedCopy)
            Assert.Contains("GLIBCXX_3.4.32", status.MendReason, StringComparison.Ordinal);
        else
            Assert.Equal(library, status.LibTorchSharpPath);
    }
}
