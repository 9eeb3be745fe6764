using MlNetDigits.Tests.Support;
using MlNetDigits.Training;

namespace MlNetDigits.Tests.Training;

/// <summary>The managed engine, at every width of vectors, against double precision.</summary>
public class ManagedEngineTests
{
    private const float Rate = 0.1f;
    private const double Bound = 1e-4;

    public static TheoryData<UpdateRule, int> RulesAndBatchSizes => new()
    {
        { UpdateRule.Classic, 1 },
        { UpdateRule.Classic, 7 },
        { UpdateRule.Classic, 32 },
        { UpdateRule.Gradient, 1 },
        { UpdateRule.Gradient, 7 },
        { UpdateRule.Gradient, 32 },
    };

    [Theory]
    [MemberData(nameof(RulesAndBatchSizes))]
    public void TrainEpoch_DigitsMostlyBackground_AgreesWithDoublePrecision(UpdateRule rule, int batchSize)
        => CompareWidths(TestDigits.Train.Take(500), background: 0.01f, rule, batchSize);

    [Theory]
    [MemberData(nameof(RulesAndBatchSizes))]
    public void TrainEpoch_EveryFeatureCounts_AgreesWithDoublePrecision(UpdateRule rule, int batchSize)
        => CompareWidths(MadeRecords.Create(count: 1001, features: 61, classes: 6, seed: 1), background: null, rule, batchSize);

    [Theory]
    [MemberData(nameof(RulesAndBatchSizes))]
    public void TrainEpoch_MostlyZeros_AgreesWithDoublePrecision(UpdateRule rule, int batchSize)
    {
        var data = MadeRecords.Create(count: 1001, features: 150, classes: 6, seed: 1).WithBackground(0, share: 0.8, seed: 2);

        CompareWidths(data, background: 0, rule, batchSize);
    }

    [Theory]
    [InlineData(TrainingEngine.Auto)]
    [InlineData(TrainingEngine.Managed)]
    public void Create_AutoOrManaged_MakesAManagedEngine(TrainingEngine choice)
    {
        var start = WeightInitializer.Draw(4, 3, 2, WeightInitialization.Uniform, seed: 1);

        using var engine = EngineFactory.Create(start, new SigmoidNetworkOptions { HiddenNodes = 3, Engine = choice });

        Assert.Equal(typeof(ManagedEngine<>), engine.GetType().GetGenericTypeDefinition());
    }

    private static void CompareWidths(MadeRecords data, float? background, UpdateRule rule, int batchSize)
    {
        // 100 hidden nodes: at each width there are wide panels, narrow ones, and at two of them nodes that only fill up.
        var start = WeightInitializer.Draw(data.Features[0].Length, 100, data.Classes, WeightInitialization.Uniform, seed: 1);
        var reference = new ReferenceNetwork(start);
        var expectedError = reference.Train(data.Features, data.Labels, Rate, rule, batchSize);
        var records = data.ToTrainingRecords();
        Assert.Equal(background, records.Background);
        Assert.True(reference.LargestDifference(start) > 100 * Bound, "nothing was to be learned");

        Assert.All(VectorCode.All, width =>
        {
            var options = new SigmoidNetworkOptions { HiddenNodes = 100, LearningRate = Rate, UpdateRule = rule, BatchSize = batchSize };

            var (weights, outcome) = EngineRun.Of(width, records, start, options);

            var difference = reference.LargestDifference(weights);
            Assert.True(difference < Bound, $"{width.Bits} bits: {difference}");
            Assert.Equal(data.Features.Count, outcome.Records);
            Assert.Equal(expectedError, outcome.ErrorSum / outcome.Records, 1e-5);
        });
    }
}
