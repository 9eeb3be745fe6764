using Microsoft.ML;
using MlNetDigits.Tests.Support;
using MlNetDigits.Training;

namespace MlNetDigits.Tests.Training;

[Collection(TorchCollection.Name)]
public class DeterminismTests
{
    [Theory]
    [InlineData(UpdateRule.Classic, 1, 1)]
    [InlineData(UpdateRule.Gradient, 1, 1)]
    [InlineData(UpdateRule.Classic, 32, 2)]
    [InlineData(UpdateRule.Gradient, 32, 2)]
    public void Fit_SameSeed_GivesTheSameWeightsToTheLastBit(UpdateRule rule, int batchSize, int threads)
    {
        var options = DigitView.Small with { UpdateRule = rule, BatchSize = batchSize, Threads = threads, Shuffle = true };

        Assert.Equal(Train(seed: 5, options), Train(seed: 5, options));
    }

    [Fact]
    public void Fit_SameContextTwice_GivesTheSameWeights()
    {
        var ml = new MLContext(seed: 5);
        var data = DigitView.Create(ml, TestDigits.Train, 100);

        var first = DigitView.Pipeline(ml).Fit(data).LastTransformer.Model.Weights;
        var second = DigitView.Pipeline(ml).Fit(data).LastTransformer.Model.Weights;

        Assert.Equal(first.HiddenWeights.ToArray(), second.HiddenWeights.ToArray());
    }

    [Fact]
    public void Fit_OtherSeed_GivesOtherWeights()
        => Assert.NotEqual(Train(seed: 5, DigitView.Small), Train(seed: 6, DigitView.Small));

    [Fact]
    public void Fit_Shuffled_SeesTheRecordsInAnotherOrder()
        => Assert.NotEqual(Train(seed: 5, DigitView.Small), Train(seed: 5, DigitView.Small with { Shuffle = true }));

    [Theory]
    [InlineData(UpdateRule.Classic)]
    [InlineData(UpdateRule.Gradient)]
    public async Task Fit_WhileOtherThreadsCollectGarbage_GivesTheSameWeights(UpdateRule rule)
    {
        // The digits are read before: nothing but the training is to be disturbed.
        var ml = new MLContext(seed: 5);
        var data = DigitView.Create(ml, TestDigits.Train, 300);
        var trainer = DigitView.Pipeline(ml, DigitView.Small with { UpdateRule = rule });
        var expected = trainer.Fit(data).LastTransformer.Model.Weights.Bits();
        using var done = new CancellationTokenSource();
        var collectors = Enumerable.Range(0, 2 * Environment.ProcessorCount).Select(_ => Task.Run(() =>
        {
            while (!done.IsCancellationRequested)
                GC.Collect(0);
        })).ToArray();

        var actual = Enumerable.Range(0, 5).Select(_ => trainer.Fit(data).LastTransformer.Model.Weights.Bits()).ToArray();

        await done.CancelAsync();
        await Task.WhenAll(collectors);
        Assert.All(actual, weights => Assert.Equal(expected, weights));
    }

    [Fact]
    public void Fit_Anything_LeavesTorchsOwnGeneratorAndThreadsAlone()
    {
        TorchNative.EnsureLoaded();
        TorchSharp.torch.manual_seed(1);
        var threads = TorchSharp.torch.get_num_threads();
        using var expected = TorchSharp.torch.rand(4);

        TorchSharp.torch.manual_seed(1);
        Train(seed: 5, DigitView.Small with { Threads = threads + 1 });

        using var drawn = TorchSharp.torch.rand(4);
        Assert.Equal(expected.data<float>().ToArray(), drawn.data<float>().ToArray());
        Assert.Equal(threads, TorchSharp.torch.get_num_threads());
    }

    [Theory]
    [InlineData(TrainingEngine.Managed)]
    [InlineData(TrainingEngine.Torch)]
    public async Task Fit_OneContextOnTwoThreads_GivesTheSameWeights(TrainingEngine engine)
    {
        var ml = new MLContext(seed: 5);
        var data = DigitView.Create(ml, TestDigits.Train, 300);
        var trainer = DigitView.Pipeline(ml, DigitView.Small with { Engine = engine, Shuffle = true });
        var expected = trainer.Fit(data).LastTransformer.Model.Weights.Bits();

        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => trainer.Fit(data).LastTransformer.Model.Weights.Bits())));

        Assert.All(both, weights => Assert.Equal(expected, weights));
    }

    [Fact]
    public void Fit_ManagedEngine_LeavesTorchsThreadsAloneMeanwhile()
    {
        // They belong to the whole process: two trainings at once would put back each other's.
        TorchNative.EnsureLoaded();
        var threads = TorchSharp.torch.get_num_threads();
        var meanwhile = 0;

        Train(seed: 5, DigitView.Small with
        {
            Threads = threads + 1,
            EpochCompleted = _ =>
            {
                meanwhile = TorchSharp.torch.get_num_threads();
                return EpochDecision.Continue;
            },
        });

        Assert.Equal(threads, meanwhile);
    }

    private static float[] Train(int seed, SigmoidNetworkOptions options)
    {
        var ml = new MLContext(seed);
        var model = DigitView.Pipeline(ml, options).Fit(DigitView.Create(ml, TestDigits.Train, 300));
        var weights = model.LastTransformer.Model.Weights;
        return [.. weights.HiddenWeights.ToArray(), .. weights.OutputWeights.ToArray()];
    }
}
