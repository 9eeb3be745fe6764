using MlNetDigits.Training;

namespace MlNetDigits.Tests.Training.Options;

public class OptionProblemTests
{
    private static readonly OptionProblem Problem = new("Shuffle", "needs the data in memory; use it without {Streaming}.");

    [Fact]
    public void ToString_MentionOfAnotherOption_StandsWithoutBraces()
        => Assert.Equal("Shuffle needs the data in memory; use it without Streaming.", Problem.ToString());

    [Fact]
    public void Describe_OtherNames_StandForBothOptions()
        => Assert.Equal(
            "--shuffle needs the data in memory; use it without --stream.",
            Problem.Describe(property => property == "Streaming" ? "--stream" : "--shuffle"));
}
