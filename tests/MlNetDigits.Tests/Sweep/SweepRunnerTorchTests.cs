using MlNetDigits.Tests.Support;
using MlNetDigits.Training;

namespace MlNetDigits.Tests.Sweep;

/// <summary>Sweeps beside torch, whose threads belong to the whole process.</summary>
[Collection(TorchCollection.Name)]
public class SweepRunnerTorchTests
{
    private readonly SweepData _data = SweepDigits.Data();

    [Fact]
    public void Run_TorchEngineInParallel_SameToTheLastBit()
    {
        var grid = SweepDigits.Grid with
        {
            LearningRates = [0.1f],
            Epochs = [1],
            Options = new SigmoidNetworkOptions { Engine = TrainingEngine.Torch },
        };

        Assert.Equal(
            SweepDigits.Measured(SweepRunner.Run(grid, _data, parallelism: 1)),
            SweepDigits.Measured(SweepRunner.Run(grid, _data, parallelism: 3)));
    }

    [Theory]
    [InlineData(TrainingEngine.Managed)]
    [InlineData(TrainingEngine.Torch)]
    public void Run_AnyEngine_LeavesTorchsThreadsAsTheyWere(TrainingEngine engine)
    {
        TorchNative.EnsureLoaded();
        var before = TorchSharp.torch.get_num_threads();
        TorchSharp.torch.set_num_threads(before + 1);

        SweepRunner.Run(SweepDigits.Grid with { Options = new() { Engine = engine } }, _data, parallelism: 3);

        var after = TorchSharp.torch.get_num_threads();
        TorchSharp.torch.set_num_threads(before);
        Assert.Equal(before + 1, after);
    }
}
