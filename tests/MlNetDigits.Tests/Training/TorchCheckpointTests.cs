using MlNetDigits.Tests.Support;
using MlNetDigits.Training;

namespace MlNetDigits.Tests.Training;

/// <summary>Taking training by TorchSharp up again.</summary>
[Collection(TorchCollection.Name)]
public class TorchCheckpointTests
{
    [Fact]
    public void Fit_ResumedFromAnyCheckpoint_EndsWithTheVeryWeightsOfARunWithoutABreak()
        => CheckpointTests.AssertResumable(DigitView.Small with { Engine = TrainingEngine.Torch });

    [Fact]
    public void Fit_ResumedWithMomentum_EndsWithTheVeryWeightsOfARunWithoutABreak()
        => CheckpointTests.AssertResumable(DigitView.Small with { Engine = TrainingEngine.Torch, Momentum = 0.9f, LearningRate = 0.01f, BatchSize = 16 });

    [Fact]
    public void Fit_ResumedWithAdamAndDistortions_EndsWithTheVeryWeightsOfARunWithoutABreak()
        => CheckpointTests.AssertResumable(DigitView.Small with
        {
            Engine = TrainingEngine.Torch,
            UpdateRule = UpdateRule.CrossEntropy,
            Optimizer = Optimizer.Adam,
            LearningRate = 0.003f,
            Schedule = LearningRateSchedule.Cosine,
            BatchSize = 32,
            Shuffle = true,
            Distortions = ImageDistortions.Digits with { Shape = ImageShape.Digit },
        });
}
