using MlNetDigits.Cli.Train;

namespace MlNetDigits.Tests.Cli.Train;

public class RunTimeTextTests
{
    [Theory]
    [InlineData(2.9, 5, null)]
    [InlineData(3.2, 5, "about 3 s for 5 epochs")]
    [InlineData(14.4, 30, "about 14 s for 30 epochs")]
    [InlineData(14.4, 1, "about 14 s for 1 epoch")]
    [InlineData(99.4, 1000, "about 99 s for 1000 epochs")]
    [InlineData(99.6, 30, "about 2 min for 30 epochs")]
    [InlineData(5900, 30, "about 98 min for 30 epochs")]
    [InlineData(9000, 30, "about 2.5 h for 30 epochs")]
    [InlineData(360_000, 30, "about 100 h for 30 epochs")]
    public void Render_Seconds_AreTheUnitThatPeopleUse(double seconds, int epochs, string? expected)
        => Assert.Equal(expected, RunTimeText.Render(seconds, epochs));
}
