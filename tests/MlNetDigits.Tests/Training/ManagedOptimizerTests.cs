using MlNetDigits.Tests.Support;
using MlNetDigits.Training;
using static MlNetDigits.Tests.Training.OptimizerParity;

namespace MlNetDigits.Tests.Training;

/// <summary>The managed engine with optimizers, rates of its own for the output layer and schedules, against double precision.</summary>
public class ManagedOptimizerTests
{
    [Theory]
    [MemberData(nameof(Runs), MemberType = typeof(OptimizerParity))]
    public void Train_SampleDigits_AgreesWithDoublePrecisionReference(string run)
        => CompareWithReference(TestDigits.Train.Take(320), TrainingEngine.Managed, run);

    [Theory]
    [MemberData(nameof(Runs), MemberType = typeof(OptimizerParity))]
    public void Train_EveryFeatureCounts_AgreesWithDoublePrecisionReference(string run)
        => CompareWithReference(MadeRecords.Create(count: 320, features: 61, classes: 10, seed: 1), TrainingEngine.Managed, run);

    [Theory]
    [InlineData(1, 0.99f)]
    [InlineData(16, 0.99f)]
    [InlineData(1, 0.6f)]
    public void Train_CrossEntropyWithTargetsThatDoNotSumTo1_FollowsTheGradient(int batchSize, float high)
        => CompareWithNumericalGradient(TrainingEngine.Managed, batchSize, new TargetRange(0.01f, high));
}
