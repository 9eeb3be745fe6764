using System.Reflection;
using MlNetDigits.Training;

namespace MlNetDigits.Tests.Training.Options;

/// <summary>The table of the trainer's options.</summary>
public class TrainerSettingsTests
{
    private static readonly SigmoidNetworkOptions Defaults = new();

    /// <summary>Options that are no plain values: data, weights, checkpoints, and what is called back.</summary>
    private static readonly string[] Others =
    [
        "InitialWeights", "ValidationSet", "CheckpointReached", "ResumeFrom", "EpochCompleted", "Progress", "CancellationToken",
    ];

    /// <summary>A value of each setting that is not its default.</summary>
    private static readonly Dictionary<string, object> OtherValues = new()
    {
        ["LabelColumnName"] = "Class",
        ["FeatureColumnName"] = "Inputs",
        ["ValidationFraction"] = 0.25,
        ["EarlyStoppingPatience"] = 4,
        ["Epochs"] = 6,
        ["HiddenNodes"] = 7,
        ["LearningRate"] = 0.5f,
        ["BatchSize"] = 8,
        ["UpdateRule"] = UpdateRule.Gradient,
        ["Optimizer"] = Optimizer.Adam,
        ["Momentum"] = 0.9f,
        ["Schedule"] = LearningRateSchedule.Cosine,
        ["OutputRateFactor"] = 3f,
        ["Initialization"] = WeightInitialization.Normal,
        ["Targets"] = new TargetRange(0.1f, 0.9f),
        ["Shuffle"] = true,
        ["Distortions.Rotation"] = 10f,
        ["Distortions.Scale"] = 0.1f,
        ["Distortions.Shear"] = 0.2f,
        ["Distortions.Shift"] = 1.5f,
        ["Distortions.Elastic"] = 0.8f,
        ["Distortions.ElasticSmoothness"] = 5f,
        ["Distortions.TurnedCopies"] = 10f,
        ["Distortions.Shape"] = ImageShape.Digit,
        ["Streaming"] = true,
        ["Threads"] = 2,
        ["Engine"] = TrainingEngine.Torch,
        ["ScoreNormalization"] = ScoreNormalization.Sum,
    };

    public static TheoryData<string> Properties => [.. TrainerSettings.All.Select(setting => setting.Property)];

    [Fact]
    public void All_EveryPlainOption_StandsThereOnce()
        => Assert.Equal(
            PropertiesOf(typeof(SigmoidNetworkOptions)).Except([.. Others, "Distortions"]).Concat(PropertiesOf(typeof(ImageDistortions)).Select(name => $"Distortions.{name}")).Order(),
            TrainerSettings.All.Select(setting => setting.Property).Order());

    [Theory]
    [MemberData(nameof(Properties))]
    public void Set_AnotherValue_ChangesThatPropertyOnly(string property)
    {
        var setting = TrainerSettings.All.Single(setting => setting.Property == property);
        var value = OtherValues[property];

        var changed = setting.Set(Defaults, value);

        Assert.Equal(value, property.Split('.').Aggregate((object)changed, (owner, name) => owner.GetType().GetProperty(name)!.GetValue(owner)!));
        Assert.Equal(value, setting.Get(changed));
        Assert.Equal(Defaults, setting.Set(changed, setting.Get(Defaults)));
    }

    [Theory]
    [MemberData(nameof(Properties))]
    public void FindProblem_DefaultAndAnotherValue_None(string property)
    {
        var setting = TrainerSettings.All.Single(setting => setting.Property == property);

        Assert.Null(setting.FindProblem(setting.Get(Defaults)));
        Assert.Null(setting.FindProblem(OtherValues[property]));
    }

    [Theory]
    [MemberData(nameof(Properties))]
    public void In_ARecordThatHasTheOptions_SaysTheSame(string property)
    {
        var setting = TrainerSettings.All.Single(setting => setting.Property == property);
        var lifted = setting.In<(int Other, SigmoidNetworkOptions Options)>(whole => whole.Options, (whole, options) => (whole.Other, options));

        // All that is told of it, but for how it is reached.
        Assert.All(
            typeof(Setting<SigmoidNetworkOptions>).GetProperties().Where(told => told.Name is not (nameof(lifted.Get) or nameof(lifted.Set))),
            told => Assert.Equal(told.GetValue(setting), lifted.GetType().GetProperty(told.Name)!.GetValue(lifted)));
        Assert.Equal(OtherValues[property], lifted.Get(lifted.Set((1, Defaults), OtherValues[property])));
    }

    [Fact]
    public void Words_OfAllSettings_AreInKebabCaseAndDiffer()
    {
        string[] words = [.. TrainerSettings.All.Select(setting => setting.Word).OfType<string>()];

        Assert.All(words, word => Assert.Matches("^[a-z]+(-[a-z]+)*$", word));
        Assert.Equal(words.Length, words.Distinct().Count());
    }

    [Fact]
    public void Help_OfWhatCanBeTyped_IsThere()
        => Assert.All(TrainerSettings.All.Where(setting => setting.Word is not null), setting => Assert.NotEmpty(setting.Help));

    private static IEnumerable<string> PropertiesOf(Type type)
        => type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => property.Name);
}
