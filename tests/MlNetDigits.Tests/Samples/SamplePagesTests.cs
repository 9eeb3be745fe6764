namespace MlNetDigits.Tests.Samples;

/// <summary>The sample programs as pages to read.</summary>
public class SamplePagesTests
{
    private const int LongestPage = 59;
    private const int LongestScorecard = 39;

    public static TheoryData<string> Names => [.. SampleProcess.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Sample_Page_SaysWhatItShowsAndHowToRunItAndIsShort(string name)
    {
        var lines = File.ReadAllLines(Path.Combine(SampleProcess.Folder, name));

        Assert.StartsWith($"// {int.Parse(name[..2], System.Globalization.CultureInfo.InvariantCulture)}. ", lines[0], StringComparison.Ordinal);
        Assert.Contains(lines.TakeWhile(line => line.StartsWith("//", StringComparison.Ordinal)), line => line.Contains($"dotnet run src/Samples/{name}", StringComparison.Ordinal));
        Assert.InRange(lines.Length, 10, name == "03-scorecard.cs" ? LongestScorecard : LongestPage);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Sample_Readme_HasASectionWithItsCommandAndAnOutput(string name)
    {
        var readme = File.ReadAllText(Path.Combine(SampleProcess.Folder, "README.md"));

        var section = Assert.Single(readme.Split("\n## "), section => section.Contains($"]({name})", StringComparison.Ordinal));

        var blocks = section.Split("```");
        Assert.Contains($"$ dotnet run src/Samples/{name}", blocks[1], StringComparison.Ordinal);
        Assert.True(blocks[1].Trim().Split('\n').Length > 1, $"no output of {name} is shown");
    }

    [Fact]
    public void Samples_Folder_HoldsOnlyPagesAndWhatTheyNeed()
        => Assert.Equal(
            [".editorconfig", "Directory.Build.props", "README.md", .. SampleProcess.Names],
            Directory.EnumerateFileSystemEntries(SampleProcess.Folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal).OrderBy(name => name.EndsWith(".cs", StringComparison.Ordinal)));
}
