using MlNetDigits.Tests.Support;
using MlNetDigits.Training;

namespace MlNetDigits.Tests.Training;

/// <summary>Records with a background learn the same whether they have features in common or none.</summary>
public class InputLayerChoiceTests
{
    private static readonly SigmoidNetworkOptions Options = new() { HiddenNodes = 37 };

    [Theory]
    [InlineData(128, UpdateRule.Classic)]
    [InlineData(256, UpdateRule.Gradient)]
    [InlineData(512, UpdateRule.Classic)]
    [InlineData(512, UpdateRule.Gradient)]
    public void TrainEpoch_RecordsWithNothingInCommon_AgreesWithDoublePrecision(int bits, UpdateRule rule)
        => CompareWithReference(Sparse(distinct: true), VectorCode.Of(bits), rule);

    [Theory]
    [InlineData(128, UpdateRule.Gradient)]
    [InlineData(256, UpdateRule.Classic)]
    [InlineData(512, UpdateRule.Classic)]
    [InlineData(512, UpdateRule.Gradient)]
    public void TrainEpoch_RecordsWithMuchInCommon_AgreesWithDoublePrecision(int bits, UpdateRule rule)
        => CompareWithReference(Sparse(distinct: false), VectorCode.Of(bits), rule);

    private static void CompareWithReference(MadeRecords data, VectorCode width, UpdateRule rule)
    {
        var start = WeightInitializer.Draw(300, 37, 3, WeightInitialization.Uniform, seed: 1);
        var reference = new ReferenceNetwork(start);
        reference.Train(data.Features, data.Labels, Options.LearningRate, rule);

        var run = EngineRun.Of(width, data.ToTrainingRecords(), start, Options with { UpdateRule = rule });

        Assert.True(reference.LargestDifference(run.Weights) < 1e-5, $"{reference.LargestDifference(run.Weights)}");
        Assert.True(new ReferenceNetwork(start).LargestDifference(run.Weights) > 1e-2, "nothing was learned");
    }

    /// <summary>100 records of 300 features, three of them other than 0.25: each its own, or the same for all.</summary>
    private static MadeRecords Sparse(bool distinct) => new(
        [
            .. Enumerable.Range(0, 100).Select(record =>
            {
                var features = Enumerable.Repeat(0.25f, 300).ToArray();
                for (var i = 0; i < 3; i++)
                    features[distinct ? 3 * record + i : 100 * i] = 0.5f + (0.1f * (record % 5)) + (0.05f * i);
                return features;
            }),
        ],
        [.. Enumerable.Range(0, 100).Select(record => record % 3)],
        Classes: 3);
}
