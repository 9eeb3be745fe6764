using MlNetDigits.Training;

namespace MlNetDigits.Tests.Training;

public unsafe class ClassTargetsTests
{
    [Theory]
    [InlineData(1, 16)]
    [InlineData(10, 16)]
    [InlineData(16, 16)]
    [InlineData(300, 304)]
    public void Of_EachClass_IsHighForItsOwnOutputOnly(int outputs, int room)
    {
        using var targets = new ClassTargets(outputs, room, new TargetRange(0.01f, 0.99f));

        for (var label = 0; label < outputs; label++)
        {
            Assert.Equal(
                Enumerable.Range(0, outputs).Select(output => output == label ? 0.99f : 0.01f),
                new ReadOnlySpan<float>(targets.Of(label), room)[..outputs].ToArray());
        }
    }
}
