using Microsoft.ML;
using MlNetDigits.Tests.Support;
using MlNetDigits.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace MlNetDigits.Tests.Training;

/// <summary>The trainer on a module of the caller's own.</summary>
[Collection(TorchCollection.Name)]
public sealed class ModuleTrainingTests : IDisposable
{
    private static readonly NetworkWeights Others = WeightInitializer.Draw(784, 20, 10, WeightInitialization.Normal, seed: 9);

    private readonly MLContext _ml = new(seed: 1);
    private readonly IDataView _data;
    private readonly SigmoidModule _module = new(784, 20, 10, seed: 4);
    private readonly NetworkWeights _start;

    public ModuleTrainingTests()
    {
        _data = _ml.Transforms.ScalePixels().Fit(Raw(300)).Transform(Raw(300));
        _start = _module.ToWeights();
    }

    public static TheoryData<TrainingEngine, UpdateRule> EnginesAndRules => new()
    {
        { TrainingEngine.Auto, UpdateRule.Classic },
        { TrainingEngine.Managed, UpdateRule.Gradient },
        { TrainingEngine.Torch, UpdateRule.Classic },
        { TrainingEngine.Torch, UpdateRule.Gradient },
    };

    public void Dispose() => _module.Dispose();

    [Theory]
    [MemberData(nameof(EnginesAndRules))]
    public void Fit_AnyEngine_ModuleHoldsTheModelsWeights(TrainingEngine engine, UpdateRule rule)
    {
        var options = new SigmoidNetworkOptions { Epochs = 2, Engine = engine, UpdateRule = rule };

        var model = Trainer(options).Fit(_data).Model;

        Assert.Equal(model.Weights.Bits(), _module.ToWeights().Bits());
        Assert.Equal(TrainedWithoutModule(options, _start).Bits(), model.Weights.Bits());
        Assert.NotEqual(_start.Bits(), model.Weights.Bits());
    }

    [Theory]
    [MemberData(nameof(EnginesAndRules))]
    public void Fit_ThenForward_AgreesWithTheModel(TrainingEngine engine, UpdateRule rule)
    {
        var model = Trainer(new SigmoidNetworkOptions { Epochs = 1, Engine = engine, UpdateRule = rule }).Fit(_data).Model;
        var digit = TestDigits.Test.Take(1).Features[0];
        using var input = tensor(digit);

        using var scores = _module.call(input);

        Assert.All(scores.data<float>().ToArray().Zip(model.Query(digit)), score => Assert.Equal(score.Second, score.First, 1e-6f));
    }

    [Theory]
    [InlineData(TrainingEngine.Managed)]
    [InlineData(TrainingEngine.Torch)]
    public void Fit_StoppedEarly_ModuleHoldsTheBestEpochsWeights(TrainingEngine engine)
    {
        // Far too fast: it gets worse at some time.
        TrainingCheckpoint? last = null;
        var model = Trainer(new SigmoidNetworkOptions
        {
            Engine = engine,
            Epochs = 50,
            LearningRate = 1.5f,
            ValidationFraction = 0.3,
            EarlyStoppingPatience = 2,
            CheckpointReached = checkpoint => last = checkpoint,
        }).Fit(_data).Model;

        Assert.NotEqual(last!.Weights.Bits(), model.Weights.Bits());
        Assert.Equal(last.BestWeights!.Bits(), model.Weights.Bits());
        Assert.Equal(model.Weights.Bits(), _module.ToWeights().Bits());
    }

    [Theory]
    [InlineData(TrainingEngine.Managed)]
    [InlineData(TrainingEngine.Torch)]
    public void Fit_Twice_StartsFromTheSameWeights(TrainingEngine engine)
    {
        var trainer = Trainer(new SigmoidNetworkOptions { Epochs = 1, Engine = engine });

        var first = trainer.Fit(_data).Model.Weights;
        _module.Load(Others);
        var second = trainer.Fit(_data).Model.Weights;

        Assert.Equal(first.Bits(), second.Bits());
        Assert.Equal(second.Bits(), _module.ToWeights().Bits());
    }

    [Theory]
    [InlineData(TrainingEngine.Managed)]
    [InlineData(TrainingEngine.Torch)]
    public void CrossValidate_AnyEngine_FoldsAreThoseOfFreshTrainers(TrainingEngine engine)
    {
        var options = new SigmoidNetworkOptions { Epochs = 1, Engine = engine };
        var catalog = _ml.MulticlassClassification;

        var folds = catalog.CrossValidate(_data, Trainer(options), numberOfFolds: 3, seed: 1);

        var fresh = catalog.CrossValidate(
            _data, catalog.Trainers.SigmoidNetwork(options with { HiddenNodes = 20, InitialWeights = _start }), numberOfFolds: 3, seed: 1);
        Assert.Equal(fresh.Select(fold => Weights(fold.Model).Bits()), folds.Select(fold => Weights(fold.Model).Bits()));
        Assert.Equal(3, folds.Select(fold => Weights(fold.Model).Bits()[0]).Distinct().Count());
        Assert.Equal(Weights(folds[^1].Model).Bits(), _module.ToWeights().Bits());
    }

    [Theory]
    [InlineData(TrainingEngine.Managed)]
    [InlineData(TrainingEngine.Torch)]
    public void Fit_ModelGiven_GoesOnFromTheModel(TrainingEngine engine)
    {
        var options = new SigmoidNetworkOptions { Epochs = 1, Engine = engine };
        var given = new SigmoidNetworkModelParameters(_ml, Others, ScoreNormalization.None);

        var model = Trainer(options).Fit(_data, given).Model;

        Assert.Equal(TrainedWithoutModule(options, Others).Bits(), model.Weights.Bits());
        Assert.Equal(model.Weights.Bits(), _module.ToWeights().Bits());
    }

    [Theory]
    [InlineData(TrainingEngine.Managed)]
    [InlineData(TrainingEngine.Torch)]
    public void Fit_Resumed_EndsAsWithoutABreak(TrainingEngine engine)
    {
        TrainingCheckpoint? first = null;
        var options = new SigmoidNetworkOptions { Epochs = 2, Engine = engine };
        var whole = Trainer(options with { CheckpointReached = checkpoint => first ??= checkpoint }).Fit(_data).Model.Weights;
        _module.Load(Others);

        var resumed = Trainer(options with { ResumeFrom = first }).Fit(_data).Model.Weights;

        Assert.Equal(whole.Bits(), resumed.Bits());
        Assert.Equal(whole.Bits(), _module.ToWeights().Bits());
    }

    [Theory]
    [InlineData(TrainingEngine.Managed)]
    [InlineData(TrainingEngine.Torch)]
    public void Fit_Throws_ModuleKeepsWhatItHad(TrainingEngine engine)
    {
        var trainer = Trainer(new SigmoidNetworkOptions
        {
            Engine = engine,
            EpochCompleted = _ => throw new IOException("The disk is full."),
        });
        _module.Load(Others);

        Assert.Throws<IOException>(() => trainer.Fit(_data));

        Assert.Equal(Others.Bits(), _module.ToWeights().Bits());
        Assert.Null(_module.HiddenWeights.grad);
    }

    [Theory]
    [InlineData(TrainingEngine.Managed)]
    [InlineData(TrainingEngine.Torch)]
    public void Fit_Diverges_ModuleKeepsWhatItHad(TrainingEngine engine)
    {
        // From random weights the outputs reach exactly 0 and 1 at once, and nothing moves any more.
        var zeros = new NetworkWeights(784, 20, 10, new float[784 * 20], new float[20 * 10]);
        _module.Load(zeros);
        var trainer = Trainer(new SigmoidNetworkOptions { Engine = engine, LearningRate = float.MaxValue });

        Assert.Throws<TrainingDivergedException>(() => trainer.Fit(_data));

        Assert.Equal(zeros.Bits(), _module.ToWeights().Bits());
    }

    [Fact]
    public void Fit_TorchEngine_WorksOnTheModuleItselfAndClearsItsGradients()
    {
        var calls = 0;
        _module.register_forward_hook((_, _, output) =>
        {
            calls++;
            return output;
        });

        Trainer(new SigmoidNetworkOptions { Epochs = 1, Engine = TrainingEngine.Torch, UpdateRule = UpdateRule.Gradient }).Fit(_data);

        Assert.Equal(300, calls);
        Assert.Null(_module.HiddenWeights.grad);
        Assert.Null(_module.OutputWeights.grad);
    }

    [Theory]
    [InlineData(TrainingEngine.Managed)]
    [InlineData(TrainingEngine.Torch)]
    public async Task Fit_OneModuleOnTwoThreads_EachLearnsAsIfAlone(TrainingEngine engine)
    {
        var trainer = Trainer(new SigmoidNetworkOptions { Epochs = 2, Engine = engine });
        var expected = trainer.Fit(_data).Model.Weights.Bits();

        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => trainer.Fit(_data).Model.Weights.Bits())));

        Assert.All(both, weights => Assert.Equal(expected, weights));
        Assert.Equal(expected, _module.ToWeights().Bits());
    }

    [Fact]
    public void Fit_ParametersMovedToFloat64_ManagedEngineLeavesThemThere()
    {
        _module.to(ScalarType.Float64);

        var model = Trainer(new SigmoidNetworkOptions { Epochs = 1 }).Fit(_data).Model;

        Assert.Equal(ScalarType.Float64, _module.HiddenWeights.dtype);
        Assert.Equal(model.Weights.Bits(), _module.ToWeights().Bits());
    }

    [Theory]
    [InlineData(TrainingEngine.Managed)]
    [InlineData(TrainingEngine.Torch)]
    public void Fit_ManyTimes_LeavesAsManyLiveTensorsAsBefore(TrainingEngine engine)
    {
        var trainer = Trainer(new SigmoidNetworkOptions { Epochs = 1, Engine = engine });
        trainer.Fit(_data);
        var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;

        trainer.Fit(_data);

        Assert.Equal(before, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
    }

    private IDataView Raw(int count) => DigitView.Create(_ml, TestDigits.Train, count);

    private SigmoidNetworkTrainer Trainer(SigmoidNetworkOptions options)
        => _ml.MulticlassClassification.Trainers.SigmoidNetwork(_module, options);

    private NetworkWeights TrainedWithoutModule(SigmoidNetworkOptions options, NetworkWeights start)
        => _ml.MulticlassClassification.Trainers.SigmoidNetwork(options with { HiddenNodes = 20, InitialWeights = start })
            .Fit(_data).Model.Weights;

    private static NetworkWeights Weights(ITransformer model)
        => ((ISingleFeaturePredictionTransformer<SigmoidNetworkModelParameters>)model).Model.Weights;
}
