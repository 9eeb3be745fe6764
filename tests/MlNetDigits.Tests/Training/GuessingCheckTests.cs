using CsCheck;
using Microsoft.ML;
using MlNetDigits.Tests.Support;
using MlNetDigits.Training;

namespace MlNetDigits.Tests.Training;

public class GuessingCheckTests
{
    [Fact]
    public void FindProblem_AnyConstantAnswer_IsFoundOut()
        => Gen.Select(Gen.Int[2, 12], Gen.Double[0.001, 0.999].Array[12]).ForAll((classes, answer) =>
        {
            // The error of that answer over one record of each class, by hand.
            var error = Enumerable.Range(0, classes).Average(label => Enumerable.Range(0, classes).Sum(
                output => Math.Pow((output == label ? 0.99f : 0.01f) - answer[output], 2)) / 2);

            return GuessingCheck.FindProblem(History(error), classes, SigmoidNetworkOptions.Classic) is not null;
        });

    [Fact]
    public void FindProblem_SlightlyBetterThanTheBestConstantAnswer_IsFine()
    {
        // Of ten classes the mean target is (0.99 + 9 * 0.01) / 10 = 0.108.
        var best = ((0.882 * 0.882) + (9 * 0.098 * 0.098)) / 2;

        Assert.Null(GuessingCheck.FindProblem(History(best - 1e-6), 10, SigmoidNetworkOptions.Classic));
        Assert.NotNull(GuessingCheck.FindProblem(History(best + 1e-6), 10, SigmoidNetworkOptions.Classic));
        Assert.NotNull(GuessingCheck.FindProblem(History(double.NaN), 10, SigmoidNetworkOptions.Classic));
    }

    [Fact]
    public void FindProblem_NothingDone_IsFine()
        => Assert.Null(GuessingCheck.FindProblem(TrainingHistory.Empty, 10, SigmoidNetworkOptions.Classic));

    [Fact]
    public void FindProblem_OneClass_CannotBeGuessedWrong()
        => Assert.Null(GuessingCheck.FindProblem(History(0.1), 1, SigmoidNetworkOptions.Classic));

    [Fact]
    public void FindProblem_LastEpochCutShortBeforeItsFirstRecord_IsFine()
    {
        var first = History(0.1).Epochs[0];
        var nothing = first with { Epoch = 2, TrainingError = double.NaN, IsComplete = false };

        Assert.Null(GuessingCheck.FindProblem(new TrainingHistory([first, nothing]), 10, SigmoidNetworkOptions.Classic));
    }

    [Theory]
    [InlineData(1e30f, true)]
    [InlineData(1e-6f, true)]
    [InlineData(0.1f, false)]
    public void Fit_LearningRate_WarnsIfNothingWasLearned(float rate, bool warns)
    {
        var ml = new MLContext(seed: 1);
        var messages = new List<string>();
        ml.Log += (_, entry) => messages.Add(entry.Message);

        var model = DigitView.Pipeline(ml, DigitView.Small with { LearningRate = rate }).Fit(DigitView.Create(ml, TestDigits.Train, 300));

        Assert.Equal(warns, messages.Exists(message => message.Contains("has learned nothing yet", StringComparison.Ordinal)));
        Assert.Equal(warns, model.LastTransformer.Model.TrainingSummary!.Warnings.Any(warning => warning.Contains("has learned nothing yet", StringComparison.Ordinal)));
    }

    [Fact]
    public void Fit_WeightsBeyondAllNumbers_SaysSo()
    {
        var ml = new MLContext(seed: 1);
        var pipeline = DigitView.Pipeline(ml, DigitView.Small with { LearningRate = float.MaxValue });

        var error = Assert.Throws<TrainingDivergedException>(() => pipeline.Fit(DigitView.Create(ml, TestDigits.Train, 100)));

        Assert.Contains("grew beyond all numbers in epoch 1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FindProblem_CrossEntropyOfEqualProbabilities_IsFoundOut()
    {
        var options = SigmoidNetworkOptions.Accurate;

        Assert.Null(GuessingCheck.FindProblem(History(Math.Log(10) - 1e-6), 10, options));
        Assert.Contains("nearer to 0.003", GuessingCheck.FindProblem(History(Math.Log(10) + 1e-6), 10, options), StringComparison.Ordinal);
    }

    [Fact]
    public void FindProblem_CrossEntropyWithOtherTargets_CountsTheirSum()
    {
        var options = SigmoidNetworkOptions.Accurate with { Targets = new TargetRange(0.01f, 0.91f) };

        // They sum to 1, and equal probabilities are still the best constant answer.
        Assert.Null(GuessingCheck.FindProblem(History(Math.Log(10) - 1e-5), 10, options));
        Assert.NotNull(GuessingCheck.FindProblem(History(Math.Log(10) + 1e-5), 10, options));
    }

    [Theory]
    [InlineData(Optimizer.Sgd, "Sgd's learning rate of 3.4028235E+38", "a rate near 0.1")]
    [InlineData(Optimizer.Adam, "Adam's learning rate of 3.4028235E+38", "a rate near 0.003")]
    public void Fit_CrossEntropyAtTheLargestRate_NamesOptimizerRateAndEpoch(Optimizer optimizer, string rate, string advice)
    {
        var ml = new MLContext(seed: 1);
        var options = DigitView.Small with { UpdateRule = UpdateRule.CrossEntropy, Optimizer = optimizer, LearningRate = float.MaxValue, BatchSize = 16 };

        var error = Assert.Throws<TrainingDivergedException>(() => DigitView.Pipeline(ml, options).Fit(DigitView.Create(ml, TestDigits.Train, 100)));

        Assert.Contains("in epoch 1", error.Message, StringComparison.Ordinal);
        Assert.Contains(rate, error.Message, StringComparison.Ordinal);
        Assert.Contains(advice, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_SquaresOfGradientsBeyondAllNumbers_AreADivergedTraining()
    {
        // Adam divides by the root of the infinite square: the weights stay as they are, and look well.
        var data = MadeRecords.Create(count: 20, features: 4, classes: 3, seed: 1);
        data = data with { Features = [.. data.Features.Select(x => x.Select(value => value * 1e30f).ToArray())] };
        var start = new NetworkWeights(4, 2, 3, new float[8], [1, 0, 0, 0, 0, 1]);
        var options = new SigmoidNetworkOptions
        {
            HiddenNodes = 2,
            UpdateRule = UpdateRule.CrossEntropy,
            Optimizer = Optimizer.Adam,
            BatchSize = 20,
            Epochs = 1,
            CheckpointReached = _ => { },
        };
        var task = new TrainingTask(options, new MemorySource(RecordBlock.All(data.ToTrainingRecords())), Validation: null, start, Seed: 1);

        Assert.Throws<TrainingDivergedException>(() => TrainingLoop.Run(task, _ => { }, _ => { }, () => { }));
    }

    private static TrainingHistory History(double error)
        => new([new EpochReport(1, 100, error, Validation: null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1), IsComplete: true)]);
}
