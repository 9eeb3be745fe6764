using MlNetDigits.Tests.Support;
using MlNetDigits.Training;

namespace MlNetDigits.Tests.Sweep;

public class SweepGridTests
{
    [Fact]
    public void Runs_Grid_EveryCombinationOnce()
    {
        SweepRun[] expected =
        [
            new(10, 0.1f, 5), new(10, 0.1f, 6), new(10, 0.3f, 5), new(10, 0.3f, 6),
            new(20, 0.1f, 5), new(20, 0.1f, 6), new(20, 0.3f, 5), new(20, 0.3f, 6),
        ];

        Assert.Equal(expected, SweepDigits.Grid.Runs);
        Assert.Equal(8, SweepDigits.Grid.RunCount);
    }

    [Fact]
    public void FindProblems_Default_None() => Assert.Empty(new SweepGrid().FindProblems());

    public static TheoryData<string, Func<SweepGrid, SweepGrid>> Wrong => new()
    {
        { "HiddenNodes must have at least one value.", grid => grid with { HiddenNodes = [] } },
        { "HiddenNodes must be at least 1, not 0.", grid => grid with { HiddenNodes = [10, 0] } },
        { "HiddenNodes must have each value once, not 10 2 times.", grid => grid with { HiddenNodes = [10, 20, 10] } },
        { "LearningRates must be a number above 0, not -0.1.", grid => grid with { LearningRates = [-0.1f] } },
        { "LearningRates must have at least one value.", grid => grid with { LearningRates = default } },
        { "Epochs must be at least 1, not 0.", grid => grid with { Epochs = [0, 1] } },
        { "Seeds must be at least 1, not 0.", grid => grid with { Seeds = 0 } },
        { "FirstSeed 2147483647 is too large for 2 seeds that count up from it.", grid => grid with { FirstSeed = int.MaxValue } },
        { "Runs would be 200000, more than 100000; use shorter lists or fewer seeds.", grid => grid with { Seeds = 50_000 } },
        { "Options.BatchSize must be at least 1, not 0.", grid => grid with { Options = new() { BatchSize = 0 } } },
        { "Options.Threads is for a single training; leave it out of a sweep.", grid => grid with { Options = new() { Threads = 2 } } },
        { "Options.EarlyStoppingPatience is for a single training; leave it out of a sweep.", grid => grid with { Options = new() { EarlyStoppingPatience = 2 } } },
        { "Options.Streaming is for a single training; leave it out of a sweep.", grid => grid with { Options = new() { Streaming = true } } },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void FindProblems_OneThingWrong_OneSentence(string sentence, Func<SweepGrid, SweepGrid> change)
        => Assert.Equal([sentence], change(SweepDigits.Grid).FindProblems().Select(problem => problem.ToString()));
}
