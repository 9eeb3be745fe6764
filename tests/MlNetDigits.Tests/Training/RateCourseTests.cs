using MlNetDigits.Training;

namespace MlNetDigits.Tests.Training;

public class RateCourseTests
{
    private const long Records = 1_000_000_000_000;

    [Theory]
    [InlineData(0, 0.2f)]
    [InlineData(Records, 0.2f)]
    public void At_Constant_StaysAsItIs(long seen, float expected)
        => Assert.Equal(expected, new RateCourse(0.2f, LearningRateSchedule.Constant, Records: 0).At(seen));

    [Theory]
    [InlineData(0, 0.2f)]
    [InlineData(Records / 4, 0.17071068f)]
    [InlineData(Records / 2, 0.1f)]
    [InlineData(Records * 3 / 4, 0.029289322f)]
    [InlineData(Records, 0f)]
    public void At_Cosine_FallsToNothing(long seen, float expected)
        => Assert.Equal(expected, new RateCourse(0.2f, LearningRateSchedule.Cosine, Records).At(seen), 1e-7f);

    [Theory]
    [InlineData(0, 0.2f)]
    [InlineData((Records / 2) - 1, 0.2f)]
    [InlineData(Records / 2, 0.02f)]
    [InlineData((Records * 3 / 4) - 1, 0.02f)]
    [InlineData(Records * 3 / 4, 0.002f)]
    [InlineData(Records - 1, 0.002f)]
    public void At_Step_IsATenthAtHalfAndAHundredthAtThreeQuarters(long seen, float expected)
        => Assert.Equal(expected, new RateCourse(0.2f, LearningRateSchedule.Step, Records).At(seen), 1e-8f);

    [Fact]
    public void At_CosineBeforeTheLastRecord_IsStillAboveNothing()
        => Assert.InRange(new RateCourse(0.2f, LearningRateSchedule.Cosine, Records: 1000).At(999), float.Epsilon, 1e-6f);
}
