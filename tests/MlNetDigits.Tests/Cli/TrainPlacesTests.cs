using System.Text.Json;
using MlNetDigits.Cli.CommandLine;
using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Cli;

/// <summary>Where <c>digits train</c> writes, and where it does not.</summary>
public sealed class TrainPlacesTests(TrainedModel trained) : IClassFixture<TrainedModel>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string[] Train => ["train", "--data", trained.Folder.File("train.csv"), "--epochs", "1", "--hidden", "5", "--seed", "1"];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("--checkpoint 'run/kept' must not be in --out 'run'", "--out", "./run/", "--checkpoint", "run/kept")]
    [InlineData("--model 'run/m.zip' must not be in --out 'run'", "--out", "run", "--model", "run/m.zip")]
    public void Train_PlaceInsideTheRunFolder_IsRefused(string reason, params string[] places)
    {
        var run = DigitsRun.Run(_folder, [.. Train, .. places]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(reason, run.Error, StringComparison.Ordinal);
        Assert.Empty(_folder.Names());
    }

    [Fact]
    public void Train_ClassicModelWhereTheToolLooksFirst_SaysWhatItStandsBefore()
        => Assert.EndsWith(
            "\nNote            it is used from now on in place of the better one that comes with the tool; try --preset accurate\n",
            DigitsRun.Run(_folder, Train).Output,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("--model", "mine.zip")]
    [InlineData("--out", "run")]
    [InlineData("--rule", "gradient")]
    public void Train_AnotherPlaceOrRule_StandsBeforeNothingBetter(params string[] options)
    {
        var run = DigitsRun.Run(_folder, [.. Train, .. options]);

        Assert.Equal(0, run.ExitCode);
        Assert.DoesNotContain("\nNote ", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--data", "mine.csv", "--model", "./mine.csv")]
    [InlineData("--validation", "mine.csv", "--model", "mine.csv")]
    public void Train_ModelInPlaceOfTheData_IsRefused(params string[] options)
    {
        File.Copy(trained.Folder.File("train.csv"), _folder.File("mine.csv"));

        var run = DigitsRun.Run(_folder, ["train", "--epochs", "1", "--hidden", "5", .. options]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("would replace 'mine.csv', which is read; name another file", run.Error, StringComparison.Ordinal);
        Assert.Equal(File.ReadAllBytes(trained.Folder.File("train.csv")), File.ReadAllBytes(_folder.File("mine.csv")));
    }

    [Fact]
    public void Train_OutBesideTheOthers_IsNotMistakenForTheirFolder()
        => Assert.Equal(0, DigitsRun.Run(_folder, [.. Train, "--out", "run", "--model", "run.zip", "--checkpoint", "run-kept"]).ExitCode);

    [Theory]
    [InlineData(".")]
    [InlineData("new/")]
    public void Train_OutIsTheWorkingFolderOrEndsInASeparator_HasTheFiles(string place)
    {
        var run = DigitsRun.Run(_folder, [.. Train, "--out", place]);

        Assert.Equal((0, ""), (run.ExitCode, run.ExitCode == 0 ? "" : run.Error));
        Assert.Equal(["history.csv", "history.json", "model.zip", "options.json"], _folder.Names(place));
    }

    [Fact]
    public void Create_FolderThatIsThere_GetsTheFilesOnceAllAreWritten()
    {
        var place = Directory.CreateDirectory(_folder.File("run"));
        var wanted = new NewFolder(place.FullName);

        var made = wanted.Create(path =>
        {
            File.WriteAllText(Path.Combine(path, "new"), "");
            Assert.False(File.Exists(_folder.File("run/new")));
        });

        Assert.Equal(place.FullName, made.Path);
        Assert.Equal(["new"], _folder.Names("run"));
        Assert.Equal(["run"], _folder.Names());
    }

    [Fact]
    public void Create_FolderThatIsThereAndFillsMeanwhile_MakesTheNextOne()
    {
        Directory.CreateDirectory(_folder.File("run"));

        var made = new NewFolder(_folder.File("run")).Create(path =>
        {
            File.WriteAllText(Path.Combine(path, "mine"), "");
            _folder.Write("run/theirs", "");
        });

        Assert.Equal(_folder.File("run-2"), made.Path);
        Assert.Equal(["mine"], _folder.Names("run-2"));
        Assert.Equal(["theirs"], _folder.Names("run"));
    }

    [LinuxFact]
    public void FindFileProblem_Device_IsNotReplaced()
    {
        Assert.Contains("'/dev/null' is a device", OutputTarget.FindFileProblem("--model", "/dev/null"), StringComparison.Ordinal);
        Assert.Null(OutputTarget.FindFileProblem("--model", trained.Model));
    }

    [Fact]
    public void Train_DataReplacedMeanwhile_DigestIsOfWhatWasLearnedFrom()
    {
        var data = _folder.File("mine.csv");
        File.Copy(trained.Folder.File("train.csv"), data);
        var read = FileDigest.Of(data).Sha256;
        var lines = 0;

        var run = DigitsRun.Run(
            _folder,
            (_, _) =>
            {
                // The head of the table and the first epoch: the data is read.
                if (++lines == 2)
                    File.Delete(data);
            },
            "train", "--data", "mine.csv", "--epochs", "20", "--hidden", "5", "--out", "run");

        Assert.Equal((0, ""), (run.ExitCode, run.ExitCode == 0 ? "" : run.Error));
        using var options = JsonDocument.Parse(File.ReadAllText(_folder.File("run/options.json")));
        Assert.Equal(read, options.RootElement.GetProperty("learnedFrom")[0].GetProperty("sha256").GetString());
    }
}
