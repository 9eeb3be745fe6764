using MlNetDigits.Cli.Settings;
using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Cli.Settings;

public sealed class ClassesTextTests
{
    [Theory]
    [InlineData("47", "47")]
    [InlineData("1-26", "1-26")]
    [InlineData("0-46", "47")]
    [InlineData("10", null)]
    [InlineData("0-9", null)]
    [InlineData("1=A,2=B", "1=A,2=B")]
    [InlineData("3=3,1=1", "1=1,3=3")]
    [InlineData("1=1,2=2", "1-2")]
    [InlineData("0=T-shirt%2Ftop,9=Ankle%20boot", "0=T-shirt%2Ftop,9=Ankle%20boot")]
    public void Of_WhatWasParsed_IsTheShortestText(string typed, string? stored)
    {
        Assert.Null(ClassesText.FindProblem(typed));
        Assert.Equal(stored, ClassesText.Of(ClassesText.Parse(typed)));
    }

    [Fact]
    public void Of_MappingFile_MeansTheSameAfterTheFileHasGone()
    {
        string stored;
        using (var folder = new TemporaryFolder())
            stored = ClassesText.Of(ClassesText.Parse(folder.Write("map.txt", "1 65 97\n2 44\n3 61\n")))!;

        Assert.Equal(["A", ",", "="], ClassesText.Parse(stored)!.Names.AsEnumerable());
    }

    [Theory]
    [InlineData("0")]
    [InlineData("1")]
    [InlineData("257")]
    [InlineData("5-5")]
    [InlineData("26-1")]
    [InlineData("1-256")]
    public void FindProblem_NumbersThatCannotBe_SaysWhatCan(string typed)
        => Assert.StartsWith("must be a number of classes from 2 to 256, labels from one to another", ClassesText.FindProblem(typed), StringComparison.Ordinal);

    [Theory]
    [InlineData("1=A")]
    [InlineData("1=A,1=B")]
    [InlineData("1=A,2=A")]
    [InlineData("1=A,2=")]
    public void FindProblem_NamesThatCannotBe_SaysWhatCan(string typed)
        => Assert.StartsWith("must give each of two or more labels a name of its own", ClassesText.FindProblem(typed), StringComparison.Ordinal);

    [Theory]
    [InlineData("map.txt", true)]
    [InlineData("./26", true)]
    [InlineData("a=b.txt", true)]
    [InlineData("26", false)]
    [InlineData("1-26", false)]
    [InlineData("1=A,2=B", false)]
    public void IsFile_Texts_TellsFilesFromNumbers(string typed, bool isFile) => Assert.Equal(isFile, ClassesText.IsFile(typed));
}
