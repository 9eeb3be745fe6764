using MlNetDigits.Tests.Support;
using MlNetDigits.Training;
using static MlNetDigits.Tests.Training.EngineParity;

namespace MlNetDigits.Tests.Training;

/// <summary>The managed engine against double precision; its own class, since it needs no torch.</summary>
public class ManagedParityTests
{
    [Theory]
    [InlineData(UpdateRule.Classic, 1)]
    [InlineData(UpdateRule.Gradient, 1)]
    [InlineData(UpdateRule.Classic, 16)]
    [InlineData(UpdateRule.Gradient, 16)]
    public void Train_SampleDigits_AgreesWithDoublePrecisionReference(UpdateRule rule, int batchSize)
        => CompareWithReference(TestDigits.Train.Take(1000), TrainingEngine.Managed, rule, batchSize);

    [MnistFact]
    public void Train_ClassicRuleOn1000MnistRecords_AgreesWithDoublePrecisionReference()
        => CompareWithReference(TestDigits.Mnist.Take(1000), TrainingEngine.Managed, UpdateRule.Classic, batchSize: 1);

    [Fact]
    public void Train_TwoRules_GiveDifferentWeights() => AssertRulesDiffer(TrainingEngine.Managed);

    [Theory]
    [InlineData(UpdateRule.Classic)]
    [InlineData(UpdateRule.Gradient)]
    public void Train_LastBatchNotFull_TakesTheMeanOfItsOwnRecords(UpdateRule rule)
        => CompareWithReference(LastBatchNotFull, TrainingEngine.Managed, rule, batchSize: 10);
}
