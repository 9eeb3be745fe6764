using MlNetDigits.Cli.CommandLine;
using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Cli.CommandLine;

/// <summary>What a path means in a folder, and what people are told of it there.</summary>
public class WorkingFolderTests
{
    private static readonly WorkingFolder Folder = new("/home/ann/my digits");

    [LinuxTheory]
    [InlineData("models/m.zip", "/home/ann/my digits/models/m.zip")]
    [InlineData("./models/../m.zip", "/home/ann/my digits/m.zip")]
    [InlineData("mnist/", "/home/ann/my digits/mnist")]
    [InlineData("mnist", "/home/ann/my digits/mnist")]
    [InlineData("../m.zip", "/home/ann/m.zip")]
    [InlineData(".", "/home/ann/my digits")]
    [InlineData("/data/mnist/", "/data/mnist")]
    [InlineData("/", "/")]
    public void Full_PathAsTyped_StartsFromTheFolder(string typed, string expected)
    {
        Assert.Equal(expected, Folder.Full(typed));
        Assert.Equal(expected, Folder.Full(Folder.Full(typed)));
    }

    [Fact]
    public void Full_Empty_IsNotTheFolder() => Assert.Throws<ArgumentException>(() => Folder.Full(""));

    [LinuxTheory]
    [InlineData("/home/ann/my digits/models/m.zip", "models/m.zip")]
    [InlineData("/home/ann/my digits", "/home/ann/my digits")]
    [InlineData("/home/ann/my digits/", "/home/ann/my digits/")]
    [InlineData("/home/ann/my digits 2/m.zip", "/home/ann/my digits 2/m.zip")]
    [InlineData("/home/ann/m.zip", "/home/ann/m.zip")]
    [InlineData("/backup/home/ann/my digits/m.zip", "/backup/home/ann/my digits/m.zip")]
    public void Shown_OnlyWhatLiesBelow_IsRelative(string path, string expected) => Assert.Equal(expected, Folder.Shown(path));

    [LinuxTheory]
    [InlineData("/here", "/here/m.zip")]
    [InlineData("/here/", "/here/m.zip")]
    public void Shown_FolderWithAndWithoutSeparator_IsTheSame(string folder, string path)
        => Assert.Equal("m.zip", new WorkingFolder(folder).Shown(path));

    [LinuxTheory]
    [InlineData("/home/ann/my digits/a.csv, line 2: the label is '99'.", "a.csv, line 2: the label is '99'.")]
    [InlineData("--model '/home/ann/my digits/m.zip' would replace '/home/ann/my digits/a.csv'", "--model 'm.zip' would replace 'a.csv'")]
    [InlineData("x (see /home/ann/my digits/a.csv) \"/home/ann/my digits/b\"", "x (see a.csv) \"b\"")]
    [InlineData("/backup/home/ann/my digits/a.csv: is empty.", "/backup/home/ann/my digits/a.csv: is empty.")]
    [InlineData("http://host/home/ann/my digits/a: cannot be reached", "http://host/home/ann/my digits/a: cannot be reached")]
    [InlineData("the folder '/home/ann/my digits' takes no files", "the folder '/home/ann/my digits' takes no files")]
    [InlineData("'/home/ann/my digits/' is a folder", "'/home/ann/my digits/' is a folder")]
    [InlineData("'/home/ann/my digits-2/a'", "'/home/ann/my digits-2/a'")]
    [InlineData("", "")]
    public void Shorten_Sentence_OnlyWherePathsStart(string sentence, string expected)
        => Assert.Equal(expected, Folder.Shorten(sentence));

    [LinuxFact]
    public void Root_NothingIsShortened()
    {
        var root = new WorkingFolder("/");

        Assert.Equal("/m.zip", root.Full("m.zip"));
        Assert.Equal("/m.zip", root.Shown("/m.zip"));
        Assert.Equal("see /m.zip and '/a/b'.", root.Shorten("see /m.zip and '/a/b'."));
    }

    [Fact]
    public void FailureOf_FileOfTheFolder_IsToldAsItIsTyped()
    {
        var path = Path.Combine(Path.GetTempPath(), "here", "bad.zip");
        var failure = Failure.Of(new InvalidInputException(path, "is empty"), new WorkingFolder(Path.GetDirectoryName(path)!));

        Assert.Equal(new Failure("bad.zip: is empty.", 3), failure);
        Assert.Equal(
            $"{path}: is empty.",
            Failure.Of(new InvalidInputException(path, "is empty"), new WorkingFolder(Path.Combine(Path.GetTempPath(), "there"))).Message);
    }
}
