using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Cli.Screens;

public sealed class ScreenFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("$ digits\none\n")]
    [InlineData("$ digits\r\none\r\n")]
    public void FindProblem_SameLines_IsNone(string expected)
        => Assert.Null(ScreenFile.FindProblem(_folder.Write("a.txt", expected), "$ digits\none\n", renews: false));

    [Fact]
    public void FindProblem_AnotherLine_TellsItAndHowToRenewAndWritesNothing()
    {
        var path = _folder.Write("a.txt", "$ digits\none\n");

        var problem = ScreenFile.FindProblem(path, "$ digits\ntwo\n", renews: false);

        Assert.StartsWith("a.txt is not what the tool shows now", problem, StringComparison.Ordinal);
        Assert.Contains("\n- one\n+ two\n", problem, StringComparison.Ordinal);
        Assert.Contains("UPDATE_SCREENS=1", problem, StringComparison.Ordinal);
        Assert.Equal("$ digits\none\n", File.ReadAllText(path));
    }

    [Fact]
    public void FindProblem_Renewed_IsWrittenAndStillAProblem()
    {
        var path = _folder.Write("a.txt", "$ digits\n");

        var problem = ScreenFile.FindProblem(path, "$ digits\none\n", renews: true);

        Assert.StartsWith("a.txt was written anew", problem, StringComparison.Ordinal);
        Assert.Equal("$ digits\none\n", File.ReadAllText(path));
        Assert.Null(ScreenFile.FindProblem(path, "$ digits\none\n", renews: true));
    }

    [Fact]
    public void Diff_TwoPlaces_LinesBetweenAreLeftOut()
        => Assert.Equal(
            "- a\n+ A\n  1\n  2\n  ...\n  4\n  5\n- b\n+ B",
            ScreenFile.Diff("a\n1\n2\n3\n4\n5\nb", "A\n1\n2\n3\n4\n5\nB"));

    [Fact]
    public void Diff_ALineMore_NothingElseDiffers()
        => Assert.Equal("  1\n+ 2\n  3", ScreenFile.Diff("1\n3", "1\n2\n3"));

    [Fact]
    public void Diff_OnlySpaces_IsADifference() => Assert.Equal("- a  b\n+ a b", ScreenFile.Diff("a  b", "a b"));
}
