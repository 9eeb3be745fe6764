using Microsoft.ML;
using MlNetDigits.Tests.Support;
using MlNetDigits.Training;

namespace MlNetDigits.Tests.Training;

public class OptionsTests
{
    [Fact]
    public void FindProblems_Defaults_FindsNone() => Assert.Empty(new SigmoidNetworkOptions().FindProblems());

    [Fact]
    public void Defaults_AreTheClassicNetworks()
    {
        var options = new SigmoidNetworkOptions();

        Assert.Equal((200, 0.1f, 5, 1), (options.HiddenNodes, options.LearningRate, options.Epochs, options.BatchSize));
        Assert.Equal((UpdateRule.Classic, WeightInitialization.Uniform), (options.UpdateRule, options.Initialization));
        Assert.Equal((new TargetRange(0.01f, 0.99f), false, 1), (options.UsedTargets, options.Shuffle, options.Threads));
        Assert.Equal((Optimizer.Sgd, 0f, LearningRateSchedule.Constant, 1f), (options.Optimizer, options.Momentum, options.Schedule, options.OutputRateFactor));
        Assert.Equal((ImageDistortions.None, ScoreNormalization.None), (options.Distortions, options.UsedScoreNormalization));
    }

    [Fact]
    public void FindProblems_CommaAsDecimalSign_NumbersHaveAPoint()
    {
        using var comma = new CommaCulture();
        var options = new SigmoidNetworkOptions
        {
            LearningRate = -0.5f,
            ValidationFraction = 1.5,
            Targets = new TargetRange(0.75f, 0.25f),
        };

        Assert.Equal(
            [
                "ValidationFraction must be above 0 and below 1, not 1.5.",
                "LearningRate must be a number above 0, not -0.5.",
                "Targets must satisfy 0 <= Low < High <= 1, not 0.75 and 0.25.",
            ],
            options.FindProblems().Select(problem => problem.ToString()));
    }

    [Fact]
    public void SigmoidNetwork_SeveralWrongOptions_ThrowsOneExceptionThatListsThemAll()
    {
        var options = new SigmoidNetworkOptions
        {
            HiddenNodes = 0,
            LearningRate = float.NaN,
            Epochs = -1,
            BatchSize = 0,
            Threads = 0,
            UpdateRule = (UpdateRule)9,
            Initialization = (WeightInitialization)9,
            Engine = (TrainingEngine)9,
            ScoreNormalization = (ScoreNormalization)9,
            Targets = new TargetRange(0.9f, 0.1f),
            LabelColumnName = "",
            FeatureColumnName = " ",
            InitialWeights = new NetworkWeights(1, 2, 1, new float[2], new float[2]),
        };

        var error = Assert.Throws<ArgumentException>(() => new MLContext().MulticlassClassification.Trainers.SigmoidNetwork(options));

        string[] wrong =
        [
            "HiddenNodes must be at least 1, not 0", "LearningRate", "Epochs", "BatchSize", "Threads", "UpdateRule",
            "Initialization", "Engine", "ScoreNormalization", "Targets", "LabelColumnName", "FeatureColumnName", "InitialWeights have 2",
        ];
        Assert.All(wrong, name => Assert.Contains(name, error.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0f, 1f, true)]
    [InlineData(-0.1f, 0.9f, false)]
    [InlineData(0.1f, 1.1f, false)]
    [InlineData(0.5f, 0.5f, false)]
    [InlineData(float.NaN, 0.9f, false)]
    public void FindProblems_Targets_MustBeOrderedAndInsideZeroToOne(float low, float high, bool isRight)
        => Assert.Equal(isRight, new SigmoidNetworkOptions { Targets = new TargetRange(low, high) }.FindProblems().Count == 0);

    [Fact]
    public void With_OneOption_LeavesTheOriginalAsItWas()
    {
        var original = DigitView.Small;

        var variant = original with { Epochs = 9 };

        Assert.Equal((3, 9, original.HiddenNodes), (original.Epochs, variant.Epochs, variant.HiddenNodes));
    }

    [Fact]
    public void FindProblems_Accurate_FindsNone() => Assert.Empty(SigmoidNetworkOptions.Accurate.FindProblems());

    [Fact]
    public void FindProblems_WrongOptimizersAndDistortions_ListsThemAll()
    {
        var options = new SigmoidNetworkOptions
        {
            Optimizer = Optimizer.Adam,
            Momentum = 1,
            Schedule = LearningRateSchedule.Step,
            OutputRateFactor = 0,
            Streaming = true,
            Distortions = new ImageDistortions
            {
                Rotation = -1,
                Scale = 0.95f,
                Shear = float.NaN,
                Shift = -0.5f,
                Elastic = -2,
                ElasticSmoothness = 0,
                Shape = new ImageShape(0, 5),
            },
        };

        Assert.Equal(
            [
                "Momentum must be at least 0 and below 1, not 1.",
                "OutputRateFactor must be a number above 0, not 0.",
                "Distortions.Rotation must be 0 to 180, not -1.",
                "Distortions.Scale must be 0 to 0.9, not 0.95.",
                "Distortions.Shear must be 0 to 2, not NaN.",
                "Distortions.Shift must be 0 to 1000, not -0.5.",
                "Distortions.Elastic must be 0 to 100, not -2.",
                "Distortions.ElasticSmoothness must be 0.5 to 64, not 0.",
                "Distortions.Shape must be at least 1 x 1, not 0 x 5.",
                "Schedule needs to know how many records there are; use it without Streaming.",
                "Optimizer Adam needs a gradient, which the classic rule is not; use another UpdateRule.",
                "Momentum is for Sgd; the Optimizer Adam has its own.",
            ],
            options.FindProblems().Select(problem => problem.ToString()));
    }

    [Fact]
    public void FindProblems_ValuesThatNoEnumerationHas_NamesThem()
        => Assert.Equal(
            ["Optimizer 9 is none of Sgd, Adam.", "Schedule 9 is none of Constant, Cosine, Step."],
            new SigmoidNetworkOptions { Optimizer = (Optimizer)9, Schedule = (LearningRateSchedule)9 }.FindProblems().Select(problem => problem.ToString()));
}
