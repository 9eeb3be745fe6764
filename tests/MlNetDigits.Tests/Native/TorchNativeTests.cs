using MlNetDigits.Tests.Support;
using MlNetDigits.Training;
using TorchSharp;

namespace MlNetDigits.Tests.Native;

[Collection(TorchCollection.Name)]
public sealed class TorchNativeTests
{
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
}
