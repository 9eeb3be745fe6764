using MlNetDigits.Tests.Support;
using MlNetDigits.Training;
using TorchSharp;

namespace MlNetDigits.Tests.Training;

/// <summary>The garbage collector does not see native memory: what a step makes must end with the step.</summary>
[Collection(TorchCollection.Name)]
public class LeakTests
{
    [Theory]
    [InlineData(TrainingEngine.Torch, UpdateRule.Classic)]
    [InlineData(TrainingEngine.Torch, UpdateRule.Gradient)]
    [InlineData(TrainingEngine.Managed, UpdateRule.Classic)]
    [InlineData(TrainingEngine.Managed, UpdateRule.Gradient)]
    public void TrainEpoch_1000Steps_LeaveAsManyLiveTensorsAsBefore(TrainingEngine kind, UpdateRule rule)
    {
        TorchNative.EnsureLoaded();
        var digits = TestDigits.Train.Take(1000);
        var records = digits.ToTrainingRecords();
        var start = WeightInitializer.Draw(784, 20, 10, WeightInitialization.Uniform, seed: 1);
        using var engine = EngineFactory.Create(start, new SigmoidNetworkOptions { HiddenNodes = 20, UpdateRule = rule, Engine = kind });
        engine.TrainEpoch(EngineWork.Of(records, [0], 0.1f), _ => true);
        var before = LiveTensors();

        var outcome = engine.TrainEpoch(EngineWork.Of(records, EpochOrder.OfData(1000), 0.1f), _ => true);

        Assert.Equal(1000, outcome.Records);
        Assert.Equal(before, LiveTensors());
    }

    [Theory]
    [InlineData(TrainingEngine.Torch)]
    [InlineData(TrainingEngine.Managed)]
    public void Run_WholeTraining_LeavesAsManyLiveTensorsAsBefore(TrainingEngine engine)
    {
        TorchNative.EnsureLoaded();
        var start = WeightInitializer.Draw(784, 20, 10, WeightInitialization.Uniform, seed: 1);
        var task = new TrainingTask(
            new SigmoidNetworkOptions { HiddenNodes = 20, Epochs = 2, Engine = engine },
            new MemorySource(RecordBlock.All(TestDigits.Train.Take(100).ToTrainingRecords())),
            null,
            start,
            Seed: 1);
        var before = LiveTensors();

        TrainingLoop.Run(task, _ => { }, _ => { }, () => { });

        Assert.Equal(before, LiveTensors());
    }

    private static long LiveTensors() => DisposeScopeManager.Statistics.ThreadTotalLiveCount;
}
