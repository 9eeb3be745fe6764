using System.Security.Cryptography;
using MlNetDigits.Tests.Support;
using MlNetDigits.Training;
using TorchSharp;

namespace MlNetDigits.Tests.Native;

[Collection(TorchCollection.Name)]
public sealed class TorchNativeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void EnsureLoaded_ManyThreads_TorchComputes()
    {
        Parallel.For(0, 8, _ => TorchNative.EnsureLoaded());

        using var scope = torch.NewDisposeScope();
        var product = torch.tensor(new float[] { 1, 2, 3, 4 }, [2, 2]).matmul(torch.tensor(new float[] { 5, 6 }, [2, 1]));
        Assert.Equal([17f, 39f], product.data<float>().ToArray());
    }

    [Fact]
    public void Probe_Loaded_SaysWhatIsLoaded()
    {
        var status = TorchNativeStatus.Probe();

        Assert.True(status.IsAvailable, status.Error);
        Assert.True(File.Exists(status.LibtorchPath), status.LibtorchPath);
        Assert.NotNull(status.LibTorchSharpPath);
        Assert.Equal("0.107.0", status.TorchSharpVersion);
        Assert.StartsWith("2.10.0", status.LibtorchVersion, StringComparison.Ordinal);
        Assert.Equal(torch.get_num_threads(), status.ThreadCount);
        Assert.Equal(status, TorchNativeStatus.Probe());
    }

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

    public void Dispose() => _folder.Dispose();
}
