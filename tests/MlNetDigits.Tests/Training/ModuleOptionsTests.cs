using Microsoft.ML;
using MlNetDigits.Tests.Support;
using MlNetDigits.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace MlNetDigits.Tests.Training;

/// <summary>What does not go together with a module of the caller's own.</summary>
[Collection(TorchCollection.Name)]
public sealed class ModuleOptionsTests : IDisposable
{
    private readonly MLContext _ml = new(seed: 1);
    private readonly SigmoidModule _module = new(784, 20, 10, seed: 4);

    public void Dispose() => _module.Dispose();

    [Fact]
    public void SigmoidNetwork_NoOptions_TakesTheHiddenNodesOfTheModule()
        => Assert.Equal(20, _ml.MulticlassClassification.Trainers.SigmoidNetwork(_module).Options.HiddenNodes);

    [Theory]
    [InlineData(20)]
    [InlineData(200)]
    public void FindProblems_HiddenNodesOfTheModuleOrTheDefault_FindsNone(int hiddenNodes)
        => Assert.Empty(new SigmoidNetworkOptions { HiddenNodes = hiddenNodes }.FindProblems(_module));

    [Fact]
    public void SigmoidNetwork_EverythingWrongAtOnce_ThrowsOneExceptionThatListsItAll()
    {
        _module.to(ScalarType.Float64);
        _module.HiddenWeights.requires_grad = false;
        var weights = WeightInitializer.Draw(784, 30, 10, WeightInitialization.Uniform, seed: 1);
        var options = new SigmoidNetworkOptions
        {
            HiddenNodes = 50,
            Epochs = 0,
            Engine = TrainingEngine.Torch,
            InitialWeights = weights,
            ResumeFrom = new TrainingCheckpoint(1, weights, TrainingHistory.Empty, BestWeights: null),
        };

        var error = Assert.Throws<ArgumentException>(() => _ml.MulticlassClassification.Trainers.SigmoidNetwork(_module, options));

        Assert.Equal(
            [
                "HiddenNodes is 50, but the module has 20 hidden nodes; leave it out or make them equal.",
                "InitialWeights cannot be used beside a module, which has weights of its own; leave them out.",
                "ResumeFrom is of 784-30-10 nodes, but the module has 784-20-10.",
                "HiddenWeights of the module are frozen, but all weights are trained; set their requires_grad to true.",
                "HiddenWeights of the module are Float64 on cpu, but the Torch engine trains float32 weights in the CPU's memory; move the module with to(ScalarType.Float32) and cpu(), or use the managed engine.",
                "OutputWeights of the module are Float64 on cpu, but the Torch engine trains float32 weights in the CPU's memory; move the module with to(ScalarType.Float32) and cpu(), or use the managed engine.",
                "Epochs must be at least 1, not 0.",
                "ResumeFrom must have epochs that are counted from 1 without a gap. (Parameter 'options')",
            ],
            error.Message.Split(Environment.NewLine));
    }

    [Fact]
    public void SigmoidNetwork_NotANumberInside_Throws()
    {
        using (no_grad())
            _module.OutputWeights.fill_(float.NaN);

        var error = Assert.Throws<ArgumentException>(() => _ml.MulticlassClassification.Trainers.SigmoidNetwork(_module));

        Assert.Contains("weights must be finite", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_DataOfOtherSizes_SaysWhichBeforeItIsRead()
    {
        using var module = new SigmoidModule(50, 20, 3, seed: 1);
        var data = DigitView.Create(_ml, TestDigits.Train, 10);
        var scaled = _ml.Transforms.ScalePixels().Fit(data).Transform(data);

        var error = Assert.Throws<InvalidOperationException>(() => _ml.MulticlassClassification.Trainers.SigmoidNetwork(module).Fit(scaled));

        Assert.Contains("The module has 50-20-3 nodes, but the data has 784 features and 10 classes.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_FrozenSinceTheTrainerWasMade_SaysSo()
    {
        var trainer = _ml.MulticlassClassification.Trainers.SigmoidNetwork(_module);
        _module.OutputWeights.requires_grad = false;

        var error = Assert.Throws<InvalidOperationException>(() => trainer.Fit(Scaled()));

        Assert.Equal("OutputWeights of the module are frozen, but all weights are trained; set their requires_grad to true.", error.Message);
    }

    [Fact]
    public void SigmoidNetworkAndFit_ModuleDisposed_SaySo()
    {
        var trainer = _ml.MulticlassClassification.Trainers.SigmoidNetwork(_module);
        _module.Dispose();

        Assert.Throws<ObjectDisposedException>(() => trainer.Fit(Scaled()));
        Assert.Throws<ObjectDisposedException>(() => _ml.MulticlassClassification.Trainers.SigmoidNetwork(_module));
    }

    [Fact]
    public void Fit_ModuleDisposedMeanwhile_ThrowsThatAndNothingElse()
    {
        var trainer = _ml.MulticlassClassification.Trainers.SigmoidNetwork(_module, new SigmoidNetworkOptions
        {
            EpochCompleted = _ =>
            {
                _module.Dispose();
                return EpochDecision.Stop;
            },
        });

        Assert.Throws<ObjectDisposedException>(() => trainer.Fit(Scaled()));
    }

    private IDataView Scaled()
    {
        var data = DigitView.Create(_ml, TestDigits.Train, 50);
        return _ml.Transforms.ScalePixels().Fit(data).Transform(data);
    }
}
