using System.Globalization;
using CsCheck;
using MlNetDigits.Cli.CommandLine;
using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Cli.CommandLine;

public class NumberListTests
{
    [Theory]
    [InlineData("5", new[] { 5 })]
    [InlineData("50,100,200", new[] { 50, 100, 200 })]
    [InlineData("1..4", new[] { 1, 2, 3, 4 })]
    [InlineData("50..300..50", new[] { 50, 100, 150, 200, 250, 300 })]
    [InlineData("10,25,50..160..50", new[] { 10, 25, 50, 100, 150 })]
    [InlineData(" 1 , 3 .. 5 ", new[] { 1, 3, 4, 5 })]
    [InlineData("7..7", new[] { 7 })]
    [InlineData("-2..1", new[] { -2, -1, 0, 1 })]
    public void Parse_WholeNumbers_ListsAndRanges(string text, int[] expected)
    {
        Assert.Equal(expected, NumberList.Parse<int>(text, out var problem));
        Assert.Null(problem);
    }

    [Theory]
    [InlineData("0.01,0.1,0.3", new[] { 0.01f, 0.1f, 0.3f })]
    [InlineData("0.1..0.7..0.1", new[] { 0.1f, 0.2f, 0.3f, 0.4f, 0.5f, 0.6f, 0.7f })]
    [InlineData("1e-3,.5", new[] { 0.001f, 0.5f })]
    [InlineData(".5..1...25", new[] { 0.5f, 0.75f, 1f })]
    public void Parse_Fractions_TheNumbersNearestToTheText(string text, float[] expected)
    {
        Assert.Equal(expected, NumberList.Parse<float>(text, out var problem));
        Assert.Null(problem);
    }

    [Fact]
    public void Parse_AnyList_ReadsBack() => Gen.Int[-100_000, 100_000].Array[1, 20].ForAll(numbers =>
    {
        Assert.Equal(numbers, NumberList.Parse<int>(string.Join(',', numbers), out var problem));
        Assert.Null(problem);
    });

    [Fact]
    public void Parse_AnyRange_IsThePlainLoop()
        => Gen.Select(Gen.Int[-1000, 1000], Gen.Int[0, 999], Gen.Int[1, 50]).ForAll((first, span, step) =>
        {
            var expected = new List<int>();
            for (var value = first; value <= first + span; value += step)
                expected.Add(value);

            Assert.Equal(expected, NumberList.Parse<int>($"{first}..{first + span}..{step}", out _));
        });

    [Fact]
    public void Parse_AnyRangeOfHundredths_HasNoRoundingDrift()
        => Gen.Select(Gen.Int[1, 500], Gen.Int[0, 400], Gen.Int[1, 40]).ForAll((first, span, step) =>
        {
            string Text(int hundredths) => (hundredths / 100m).ToString(CultureInfo.InvariantCulture);
            var expected = Enumerable.Range(0, (span / step) + 1).Select(i => float.Parse(Text(first + (i * step)), CultureInfo.InvariantCulture));

            Assert.Equal(expected, NumberList.Parse<float>($"{Text(first)}..{Text(first + span)}..{Text(step)}", out _));
        });

    [Theory]
    [InlineData("", "has an empty place")]
    [InlineData("1,,2", "has an empty place")]
    [InlineData("1,2,", "has an empty place")]
    [InlineData("x", "takes whole numbers such as 50,100 or 1..8 or 50..300..50, not 'x'")]
    [InlineData("1.5", "takes whole numbers")]
    [InlineData("1..", "not '' (in '1..')")]
    [InlineData("1..b", "not 'b' (in '1..b')")]
    [InlineData("8..1", "counts down: '8..1'; write the smaller end first")]
    [InlineData("1..8..0", "a step that is not above 0")]
    [InlineData("1..8..-1", "a step that is not above 0")]
    [InlineData("1..2..3..4", "more than a first, a last and a step")]
    [InlineData("1..1001", "has more than 1000 values")]
    [InlineData("0..2147483647", "has more than 1000 values")]
    [InlineData("1..600,1..600", "has more than 1000 values")]
    [InlineData("99999999999", "takes whole numbers")]
    public void Parse_NotAList_SaysWhatIsWrong(string text, string said)
    {
        Assert.Empty(NumberList.Parse<int>(text, out var problem));
        Assert.Contains(said, problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0.1..0.5", "without a step: '0.1..0.5'; add one, as in 0.1..0.5..0.1")]
    [InlineData("0,1..0,3", "counts down: '1..0'")]
    [InlineData("0.1..0.3..1e-40", "a step that is not above 0")]
    [InlineData("1..9e37..1", "not '9e37'")]
    [InlineData("0.1..0.2..0.00001", "has more than 1000 values")]
    public void Parse_NotAListOfFractions_SaysWhatIsWrong(string text, string said)
    {
        Assert.Empty(NumberList.Parse<float>(text, out var problem));
        Assert.Contains(said, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_AnyText_ValuesOrAProblem() => Gen.String[Gen.Char["0123456789.,-e x"], 0, 12].ForAll(text =>
    {
        var values = NumberList.Parse<float>(text, out var problem);
        Assert.Equal(problem is null, values.Length > 0);
    });
}
