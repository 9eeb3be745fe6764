using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Data;

public sealed class DigitClassesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Numbered_Letters_AreCalledByTheirLabels()
    {
        var classes = DigitClasses.Numbered(1, 26);

        Assert.Equal(26, classes.Count);
        Assert.Equal(("1", "26"), (classes.Names[0], classes.Names[^1]));
        Assert.Equal((-1, 0, 25, -1), (classes.IndexOf(0), classes.IndexOf(1), classes.IndexOf(26), classes.IndexOf(27)));
        Assert.Equal("1 to 26", classes.ToString());
    }

    [Theory]
    [InlineData(3, 3)]
    [InlineData(-1, 3)]
    [InlineData(0, 256)]
    public void Numbered_LabelsThatCannotBe_Throws(int first, int last)
        => Assert.Throws<ArgumentOutOfRangeException>(() => DigitClasses.Numbered(first, last));

    [Fact]
    public void Digits_AreTheTenOfTheFormat() => Assert.Equal(DigitFormat.ClassNames.AsEnumerable(), DigitClasses.Digits.Names.AsEnumerable());

    [Fact]
    public void Equals_SameLabelsAndNames_AreEqual()
    {
        var named = DigitClasses.Named([new(1, "1"), new(0, "0")]);

        Assert.Equal(DigitClasses.Numbered(0, 1), named);
        Assert.Equal(DigitClasses.Numbered(0, 1).GetHashCode(), named.GetHashCode());
        Assert.NotEqual(DigitClasses.Numbered(1, 2), named);
        Assert.NotEqual(DigitClasses.Named([new(1, "a"), new(0, "0")]), named);
    }

    [Fact]
    public void InOrderOf_AnotherOrder_LabelsHaveTheirClassThere()
    {
        var classes = DigitClasses.Numbered(0, 2).InOrderOf(["2", "x", "0", "1"])!;

        Assert.Equal((2, 3, 0), (classes.IndexOf(0), classes.IndexOf(1), classes.IndexOf(2)));
        Assert.Equal(4, classes.Count);
    }

    [Fact]
    public void InOrderOf_AClassIsMissing_IsNull() => Assert.Null(DigitClasses.Numbered(0, 2).InOrderOf(["0", "1"]));

    [Fact]
    public void Read_MappingOfEmnistLetters_TheFirstCodeIsTheName()
    {
        var classes = Read("1 65 97 \n2 66 98 \n3 67 99 \n");

        Assert.Equal(["A", "B", "C"], classes.Names.AsEnumerable());
        Assert.Equal<byte>([1, 2, 3], classes.Labels);
    }

    [Fact]
    public void Read_MappingOfEmnistBalanced_DigitsAndLetters()
        => Assert.Equal(["0", "9", "A", "a"], Read("\uFEFF0 48\r\n9 57\r\n10 65\r\n36 97").Names.AsEnumerable());

    [Theory]
    [InlineData("0 T-shirt/top\n1 Trouser\n9 Ankle boot\n")]
    [InlineData("0,T-shirt/top\n1,Trouser\n9,Ankle boot\n")]
    [InlineData("9\tAnkle boot\n\n1: Trouser\n0 = T-shirt/top\n")]
    public void Read_Names_AreKept(string text)
        => Assert.Equal(["T-shirt/top", "Trouser", "Ankle boot"], Read(text).Names.AsEnumerable());

    [Fact]
    public void Read_NumbersThatAreNoCharacters_AreNames()
        => Assert.Equal(["0", "1", "65"], Read("0 0\n1 1\n2 65\n").Names.AsEnumerable());

    [Theory]
    [InlineData("", null, "names fewer than two classes")]
    [InlineData("0 zero\n", null, "names fewer than two classes")]
    [InlineData("0 zero\n0 one\n", 2L, "label 0 is there twice")]
    [InlineData("0 48\n1 48\n", 2L, "label 1 is called '0' as label 0 is")]
    [InlineData("0 zero\none 1\n", 2L, "'one 1' is not a label from 0 to 255 and a name")]
    [InlineData("0 zero\n256 x\n", 2L, "'256 x' is not a label")]
    [InlineData("0 zero\n1\n", 2L, "'1' is not a label")]
    [InlineData("0 zero\n1.5 x\n", null, "'1.5 x' is not")]
    public void Read_BadMapping_ErrorSaysWhere(string text, long? line, string said)
    {
        var exception = Assert.Throws<InvalidInputException>(() => Read(text));

        Assert.Contains(said, exception.Message, StringComparison.Ordinal);
        Assert.Equal(line ?? exception.Line, exception.Line);
    }

    [Fact]
    public void Read_NoText_ErrorSaysSo()
    {
        var path = _folder.Write("map.txt", new byte[100]);

        Assert.Contains("is no mapping file", Assert.Throws<InvalidInputException>(() => DigitClasses.Read(path)).Message, StringComparison.Ordinal);
    }

    private DigitClasses Read(string text) => DigitClasses.Read(_folder.Write("map.txt", text));
}
