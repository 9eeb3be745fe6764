using MlNetDigits.Cli.CommandLine;
using MlNetDigits.Cli.Settings;
using MlNetDigits.Training;

namespace MlNetDigits.Tests.Cli.Settings;

/// <summary>The settings of a run: what is typed, kept and shown comes from one table.</summary>
public class RunSettingTableTests
{
    private static readonly WorkingFolder Folder = new("/here");

    private static readonly RunSettings Other = new()
    {
        Data = "/here/my data.csv",
        Test = "/elsewhere/test.csv",
        ValidationData = "/here/held.csv",
        Seed = 9,
        Options = new SigmoidNetworkOptions
        {
            EarlyStoppingPatience = 3,
            Epochs = 7,
            HiddenNodes = 31,
            LearningRate = 0.25f,
            BatchSize = 8,
            UpdateRule = UpdateRule.Gradient,
            Initialization = WeightInitialization.Normal,
            Shuffle = true,
            Streaming = true,
            Threads = 2,
        },
    };

    [Fact]
    public void FromNode_EverythingOtherThanByDefault_IsTheSame()
        => Assert.Equal(Other, RunSettingsJson.FromNode(RunSettingsJson.ToNode(Other)));

    [Fact]
    public void Render_EverythingOtherThanByDefault_NamesEveryOption()
        => Assert.Equal(
            "digits train --data \"my data.csv\" --test /elsewhere/test.csv --validation held.csv --early-stopping 3 --epochs 7 --hidden 31 "
                + "--learning-rate 0.25 --rule gradient --init normal --batch-size 8 --shuffle --stream --threads 2 --seed 9",
            RunCommandLine.Render(Other, Folder));

    [Fact]
    public void Render_Defaults_NamesTheSeedOnly()
        => Assert.Equal("digits train --seed 0", RunCommandLine.Render(new RunSettings(), Folder));

    [Fact]
    public void Kept_EveryTrainerSettingThatCanBeTyped_IsThere()
        => Assert.Superset(
            TrainerSettings.All.Where(setting => setting.Word is not null).Select(setting => setting.Property).ToHashSet(),
            RunSettingTable.Kept.Select(setting => setting.Property).ToHashSet());

    [Theory]
    [InlineData("Streaming", "--stream")]
    [InlineData("ValidationFraction", "--validation with a share")]
    [InlineData("ValidationSet", "--validation with a file")]
    [InlineData("Targets", "Targets")]
    public void NameOf_Property_IsWhatIsTyped(string property, string expected)
        => Assert.Equal(expected, RunSettingTable.NameOf(property));
}
