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
}
