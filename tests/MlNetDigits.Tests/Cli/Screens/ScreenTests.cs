using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Cli.Screens;

/// <summary>The tool shows what the files beside this one hold; see the README there.</summary>
public class ScreenTests
{
    public static TheoryData<string> Names => [.. ScreenFile.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Tool_CommandLinesOfAScreen_ShowsTheRest(string name)
    {
        using var folder = new TemporaryFolder();
        ScreenFolder.Fill(folder);
        var path = Path.Combine(ScreenFile.Folder, name + ".txt");

        var shown = Screen.Show(Screen.CommandLines(ScreenFile.Read(path)), folder);

        if (ScreenFile.FindProblem(path, shown, Environment.GetEnvironmentVariable(ScreenFile.Variable) == "1") is { } problem)
            Assert.Fail(problem);
    }

    [Theory]
    [InlineData("help")]
    [InlineData("help-data")]
    public void Help_EachVerbThatItNames_HasAScreen(string name)
    {
        var help = ScreenFile.Read(Path.Combine(ScreenFile.Folder, name + ".txt"));
        var verbs = help[help.IndexOf("Commands:\n", StringComparison.Ordinal)..].Split("\n\n")[0].Split('\n')[1..].Select(line => line.Trim().Split(' ')[0]);

        Assert.NotEmpty(verbs);
        Assert.All(verbs, verb => Assert.Contains($"{name}-{verb}", ScreenFile.Names));
    }

    // What is drawn is torn apart by a terminal that breaks its lines.
    [Theory]
    [InlineData("backquery")]
    [InlineData("backquery-digit")]
    [InlineData("inspect")]
    [InlineData("inspect-data")]
    public void Tool_Drawings_Fit80Columns(string name)
        => Assert.All(
            ScreenFile.Read(Path.Combine(ScreenFile.Folder, name + ".txt")).Split('\n').Where(line => !line.StartsWith('$')),
            line => Assert.InRange(line.Length, 0, 80));

    [Fact]
    public void Render_AllThereIs_EachHasItsHeading()
        => Assert.Equal(
            "$ digits x\n[standard error]\nERROR\n[standard output]\nOUTPUT\n[exit code 3]\n[new files]\na/b\nc\n",
            Screen.Render("digits x", new DigitsRun(3, "output\n\n", "error\n"), ["a/b", "c"], text => text.ToUpperInvariant()));

    [Fact]
    public void Render_OutputOnly_HasNoHeading()
        => Assert.Equal("$ digits\noutput\n", Screen.Render("digits", new DigitsRun(0, "output", ""), [], text => text));

    [Fact]
    public void Render_ErrorOnly_HasAHeading()
        => Assert.Equal("$ digits\n[standard error]\nerror\n", Screen.Render("digits", new DigitsRun(0, "", "error\n"), [], text => text));
}
