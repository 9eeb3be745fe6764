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
            Momentum = 0.9f,
            OutputRateFactor = 2,
            Distortions = new ImageDistortions { Shear = 0.5f },
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
                + "--learning-rate 0.25 --rule gradient --init normal --momentum 0.9 --output-rate-factor 2 --batch-size 8 --shuffle --shear 0.5 --stream --threads 2 --seed 9",
            RunCommandLine.Render(Other, Folder));

    [Fact]
    public void Render_Defaults_NamesTheSeedOnly()
        => Assert.Equal("digits train --seed 0", RunCommandLine.Render(new RunSettings(), Folder));

    [Fact]
    public void Render_Accurate_NamesThePreset()
        => Assert.Equal(
            "digits train --preset accurate --epochs 100 --seed 0",
            RunCommandLine.Render(new RunSettings { Options = SigmoidNetworkOptions.Accurate with { Epochs = 100 } }, Folder));

    public static TheoryData<string> Commands =>
    [
        "digits train --seed 1",
        "digits train --momentum 0.9 --schedule step --output-rate-factor 2 --rotation 5 --elastic-smoothness 6 --seed 2",
        "digits train --rule cross-entropy --optimizer adam --seed 1",
        "digits train --preset accurate --seed 7",
        "digits train --preset accurate --epochs 100 --rule gradient --shuffle false --seed 7",
        "digits train --preset accurate --epochs 1 --schedule constant --output-rate-factor 1 --shift 0 --elastic 0 --seed 7",
    ];

    [Theory]
    [MemberData(nameof(Commands))]
    public void Render_WhatWasTyped_IsTheShortestCommandWithTheSameSettings(string command)
    {
        var settings = Typed(command);

        var rendered = RunCommandLine.Render(settings, Folder);

        Assert.Equal(command, rendered);
        Assert.Equal(settings, Typed(rendered));
    }

    private static RunSettings Typed(string command)
    {
        var options = SettingOption<RunSettings>.All(RunSettingTable.Typed, new RunSettings(), Folder);
        var preset = PresetOption.Create();
        var verb = new System.CommandLine.Command("train") { preset };
        foreach (var option in options)
            verb.Options.Add(option.Option);
        var parsed = new System.CommandLine.RootCommand { verb }.Parse(command["digits ".Length..]);
        Assert.Empty(parsed.Errors);
        return SettingOption<RunSettings>.Read(options, parsed, new RunSettings { Options = PresetOption.Read(parsed, preset, new RunSettings().Options) });
    }

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
