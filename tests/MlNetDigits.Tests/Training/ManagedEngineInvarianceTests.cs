using MlNetDigits.Tests.Support;
using MlNetDigits.Training;

namespace MlNetDigits.Tests.Training;

/// <summary>What must not matter to the managed engine.</summary>
public class ManagedEngineInvarianceTests
{
    private static readonly SigmoidNetworkOptions Options = new() { HiddenNodes = 150, LearningRate = 0.2f };

    private static readonly MadeRecords Dense = MadeRecords.Create(count: 203, features: 37, classes: 5, seed: 3);

    /// <summary>More than one go takes, and no whole number of batches.</summary>
    private static readonly MadeRecords Many = MadeRecords.Create(count: 310, features: 35, classes: 5, seed: 3);

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

    /// <summary>Batches in one go and in several, with both optimizers, learned from as they are and distorted.</summary>
    public static TheoryData<int, string, bool> Optimized
    {
        get
        {
            var kinds = new TheoryData<int, string, bool>();
            foreach (var batchSize in (int[])[1, 32, 300])
            {
                foreach (var optimizer in (string[])["adam", "momentum", "cross-entropy"])
                {
                    kinds.Add(batchSize, optimizer, false);
                    kinds.Add(batchSize, optimizer, true);
                }
            }

            return kinds;
        }
    }

    [Theory]
    [MemberData(nameof(Optimized))]
    public void TrainEpoch_DenseWithAnOptimizerOnAnyNumberOfThreads_GivesTheSameWeightsToTheLastBit(
        int batchSize, string optimizer, bool isDistorted)
        => CompareThreads(256, Many, OptimizedBy(optimizer) with { BatchSize = batchSize }, isDistorted);

    [Theory]
    [MemberData(nameof(Optimized))]
    public void TrainEpoch_SparseWithAnOptimizerOnAnyNumberOfThreads_GivesTheSameWeightsToTheLastBit(
        int batchSize, string optimizer, bool isDistorted)
        => CompareThreads(256, Many.WithBackground(0.01f, share: 0.85, seed: 1), OptimizedBy(optimizer) with { BatchSize = batchSize }, isDistorted);

    private static SigmoidNetworkOptions OptimizedBy(string optimizer) => optimizer switch
    {
        "adam" => Options with { UpdateRule = UpdateRule.CrossEntropy, Optimizer = Optimizer.Adam, LearningRate = 0.01f },
        "momentum" => Options with { Momentum = 0.9f },
        _ => Options with { UpdateRule = UpdateRule.CrossEntropy, OutputRateFactor = 2 },
    };

    private static void CompareThreads(int bits, MadeRecords data, SigmoidNetworkOptions options, bool isDistorted = false)
    {
        var expected = Bits(Train(bits, data, options with { Threads = 1 }, isDistorted: isDistorted));

        Assert.All([2, 3], threads => Assert.Equal(expected, Bits(Train(bits, data, options with { Threads = threads }, isDistorted: isDistorted))));
    }

    private static float[] Train(
        int bits, MadeRecords data, SigmoidNetworkOptions options, int block = VectorCode.UsualBlock, bool isDistorted = false)
    {
        var start = WeightInitializer.Draw(data.Features[0].Length, options.HiddenNodes, data.Classes, WeightInitialization.Uniform, seed: 1);
        var distorter = isDistorted
            ? new RecordDistorter(new ImageDistortions { Rotation = 20, Elastic = 1 }, new ImageShape(5, data.Features[0].Length / 5), seed: 1)
            : null;
        return EngineRun.Of(VectorCode.Of(bits), data.ToTrainingRecords(), start, options, block, distorter: distorter).AllWeights;
    }

    private static int[] Bits(float[] weights) => [.. weights.Select(BitConverter.SingleToInt32Bits)];
}
