using MlNetDigits.Cli.CommandLine;

namespace MlNetDigits.Tests.Cli.CommandLine;

public sealed class ShownScoresTests
{
    [Fact]
    public void Places_FewClasses_AreAllInTheMiddle()
        => Assert.Equal([-1, 0, 1, 2, -1, -1], ShownScores.Places([0.1f, 0.9f, 0.2f], lines: 6).AsEnumerable());

    [Fact]
    public void Places_MoreClassesThanLines_TheBestAreShown()
        => Assert.Equal([3, 0], ShownScores.Places([0.3f, 0.1f, 0.2f, 0.9f], lines: 2).AsEnumerable());
}
