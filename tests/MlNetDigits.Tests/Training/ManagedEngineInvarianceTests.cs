using MlNetDigits.Tests.Support;
using MlNetDigits.Training;

namespace MlNetDigits.Tests.Training;

/// <summary>What must not matter to the managed engine.</summary>
public class ManagedEngineInvarianceTests
{
    private static readonly SigmoidNetworkOptions Options = new() { HiddenNodes = 150, LearningRate = 0.2f };

    private static readonly MadeRecords Dense = MadeRecords.Create(count: 203, features: 37, classes: 5, seed: 3);

    [Theory]
    [InlineData(128)]
    [InlineData(256)]
    [InlineData(512)]
    public void TrainEpoch_BlocksOfAnySize_GiveTheSameWeights(int bits)
    {
        var expected = Train(bits, Dense, Options, block: 1);

        Assert.All([2, 5, 16], block =>
        {
            var largest = expected.Zip(Train(bits, Dense, Options, block), (a, b) => Math.Abs(a - b)).Max();
            Assert.True(largest < 1e-5, $"blocks of {block}: {largest}");
        });
    }

    [Theory]
    [InlineData(128)]
    [InlineData(256)]
    [InlineData(512)]
    public void TrainEpoch_DenseRecordsOnAnyNumberOfThreads_GiveTheSameWeightsToTheLastBit(int bits)
        => CompareThreads(bits, Dense, Options);

    [Theory]
    [InlineData(128)]
    [InlineData(256)]
    [InlineData(512)]
    public void TrainEpoch_DenseBatchesOnAnyNumberOfThreads_GiveTheSameWeightsToTheLastBit(int bits)
        => CompareThreads(bits, Dense, Options with { BatchSize = 32 });

    [Theory]
    [InlineData(128)]
    [InlineData(256)]
    [InlineData(512)]
    public void TrainEpoch_SparseBatchesOnAnyNumberOfThreads_GiveTheSameWeightsToTheLastBit(int bits)
        => CompareThreads(bits, Dense.WithBackground(0.01f, share: 0.85, seed: 1), Options with { BatchSize = 32 });

    private static void CompareThreads(int bits, MadeRecords data, SigmoidNetworkOptions options)
    {
        var expected = Bits(Train(bits, data, options with { Threads = 1 }));

        Assert.All([2, 3], threads => Assert.Equal(expected, Bits(Train(bits, data, options with { Threads = threads }))));
    }

    private static float[] Train(int bits, MadeRecords data, SigmoidNetworkOptions options, int block = VectorCode.UsualBlock)
    {
        var start = WeightInitializer.Draw(data.Features[0].Length, options.HiddenNodes, data.Classes, WeightInitialization.Uniform, seed: 1);
        return EngineRun.Of(VectorCode.Of(bits), data.ToTrainingRecords(), start, options, block).AllWeights;
    }

    private static int[] Bits(float[] weights) => [.. weights.Select(BitConverter.SingleToInt32Bits)];
}
