using System.Text.Json;
using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Cli.Predict;

/// <summary>Which names and folders are taken for the right answers.</summary>
public sealed class PredictLabelsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Predict_NumberThatDoesNotFit_IsNoLabel()
    {
        _folder.Draw("photo_1.png", "301");
        _folder.Draw("page_3.png", "42");

        var run = _folder.Predict("photo_1.png", "page_3.png");

        Assert.DoesNotContain("wrong", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Accuracy", run.Output, StringComparison.Ordinal);
        Assert.EndsWith(
            "\nLabels   not from photo_1.png, page_3.png: as many digits were not found (--label-from name takes them)\n",
            run.Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Predict_RunningNumbersOfACamera_AreNoLabels()
    {
        foreach (var (number, digit) in "7140312".Index())
            _folder.Draw($"in/IMG_{number + 1}.png", $"{digit}");

        var run = _folder.Predict("in");

        Assert.DoesNotContain("wrong", run.Output, StringComparison.Ordinal);
        Assert.Contains("and 2 more: the numbers seem to count the pictures (--label-from name takes them)", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Predict_RunningNumbersThatAreWhatThereIsToRead_AreLabels()
    {
        foreach (var digit in "0123456")
            _folder.Draw($"in/IMG_{digit}.png", $"{digit}");

        var run = _folder.Predict("in");

        Assert.Contains("(7 of 7 right)", run.Output, StringComparison.Ordinal);
        Assert.EndsWith("\nLabels   from the pictures' names\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Predict_NumbersBeyondTheDigits_NumberTheWholeSeries()
    {
        foreach (var number in Enumerable.Range(8, 4))
            _folder.Draw($"in/letter_{number}.png", $"{number % 10}");

        Assert.All(Pictures("in"), picture => Assert.Equal(JsonValueKind.Null, picture.GetProperty("label").ValueKind));
    }

    [Fact]
    public void Predict_OneNumberAfterAWordOfCameras_IsNoMistake()
    {
        _folder.Draw("scan_1.png", "7");
        _folder.Draw("seven_1.png", "7");

        var pictures = Pictures("scan_1.png", "seven_1.png");

        Assert.Equal((JsonValueKind.Null, "1"), (pictures[0].GetProperty("right").ValueKind, pictures[0].GetProperty("unusedLabel").GetString()));
        Assert.Equal((false, "name"), (pictures[1].GetProperty("right").GetBoolean(), pictures[1].GetProperty("labelFrom").GetString()));
        Assert.StartsWith(
            "scan_1.png: 7  (not counted: the number in its name seems to count pictures)\n", _folder.Predict("scan_1.png").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Predict_FoldersNamedByClass_AreLabels()
    {
        _folder.Draw("in/7/a.png", "7");
        _folder.Draw("in/4/b_1.png", "4");
        _folder.Draw("in/1/c.png", "7");

        var run = _folder.Predict("in");

        Assert.Matches(@"in/1/c\.png    7 .*wrong: it is 1\n", run.Output);
        Assert.Contains("(2 of 3 right)", run.Output, StringComparison.Ordinal);
        Assert.EndsWith("\nLabels   from the names of their folders\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Predict_FilesOfFoldersNamedByClass_AreLabelledAsAShellNamesThem()
    {
        _folder.Draw("in/7/a.png", "7");
        _folder.Draw("in/4/b.png", "4");

        Assert.Equal(["7", "4"], Pictures("in/7/a.png", "in/4/b.png").Select(picture => picture.GetProperty("label").GetString()));
        Assert.Equal(["4", "7"], Pictures("in/*/*.png").Select(picture => picture.GetProperty("label").GetString()));
        Assert.Equal(JsonValueKind.Null, Pictures("in/7/a.png")[0].GetProperty("label").ValueKind);
    }

    [Fact]
    public void Predict_LabelFromName_TakesWhatDoesNotFitForAMistake()
    {
        _folder.Draw("photo_1.png", "301");

        var picture = Pictures("photo_1.png", "--label-from", "name")[0];

        Assert.Equal(("1", false), (picture.GetProperty("label").GetString(), picture.GetProperty("right").GetBoolean()));
    }

    [Fact]
    public void Predict_LabelFromFolder_TakesTheFolderOfASingleFile()
    {
        _folder.Draw("7/seven_1.png", "7");

        var picture = Pictures("7/seven_1.png", "--label-from", "folder")[0];

        Assert.Equal(("7", "folder"), (picture.GetProperty("label").GetString(), picture.GetProperty("labelFrom").GetString()));
    }

    [Fact]
    public void Predict_LabelFromNone_KnowsNoRightAnswers()
    {
        _folder.Draw("seven_7.png", "7");
        _folder.Write("rows.csv", DrawnFolder.Rows("7"));

        var json = _folder.Predict("seven_7.png", "rows.csv", "--label-from", "none", "--json").Json;

        Assert.Equal(JsonValueKind.Null, json.GetProperty("accuracy").ValueKind);
    }

    private JsonElement[] Pictures(params string[] arguments)
        => [.. _folder.Predict([.. arguments, "--json"]).Json.GetProperty("pictures").EnumerateArray()];
}
