namespace MlNetDigits.Tests.Data;

public class HalfBlockTextTests
{
    [Fact]
    public void Render_OddNumberOfRows_TheLastLineHasUpperHalvesOnly()
        => Assert.Equal("█ \n▀ \n", HalfBlockText.Render([200, 0, 200, 0, 200, 0], width: 2));

    [Fact]
    public void Render_Threshold_IsInk()
        => Assert.Equal("▄▀\n", HalfBlockText.Render([9, 10, 10, 9], width: 2, threshold: 10));

    [Fact]
    public void Render_NotWholeRows_Throws()
        => Assert.Throws<ArgumentException>(() => HalfBlockText.Render([1, 2, 3], width: 2));
}
