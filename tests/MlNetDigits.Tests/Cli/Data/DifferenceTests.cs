using System.Text.Json;
using CsCheck;
using MlNetDigits.Tests.Data;
using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Cli.Data;

/// <summary>
/// All verbs see the same digits in a file, or all refuse it; and never other labels than those that are meant. More files
/// than the usual few are drawn with CsCheck_Iter in the environment.
/// </summary>
public sealed class DifferenceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public DifferenceTests()
    {
        _folder.Write("some.csv", string.Concat(TestDigits.Train.Records.Take(30).Select(digit => $"{digit.Label},{string.Join(',', digit.Pixels)}\n")));
        Assert.Equal(0, DigitsRun.Run(_folder, "train", "--data", "some.csv", "--hidden", "1", "--epochs", "1", "--seed", "1", "--model", "model.zip").ExitCode);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Tool_AnyFile_EachVerbSeesTheSameDigitsOrNoneDoes()
        => Gen.Int.Select(OddFile.Make).ForAll(AssertSame);

    private void AssertSame(OddFile file)
    {
        // Several are looked at at once when more than the usual few are.
        using var folder = new TemporaryFolder();
        var path = Path.GetFileName(file.Write(folder));
        var model = _folder.File("model.zip");
        string[] said = [.. file.Options];
        var verified = Counts(folder, ["data", "verify", path, "--json", .. said], json => [.. json.GetProperty("parts")[0].GetProperty("perClass").EnumerateArray().Select(count => count.GetInt32())]);
        var evaluated = Counts(folder, ["evaluate", "--model", model, "--data", path, "--json", .. said], json => OfReport(json.GetProperty("report")));
        var trained = Counts(folder, ["train", "--data", path, "--test", path, "--hidden", "1", "--epochs", "1", "--seed", "1", "--model", "trained.zip", "--json", .. said], json => OfReport(json.GetProperty("report")));

        Assert.True(Same(verified, evaluated), $"verify: {Shown(verified)}, evaluate: {Shown(evaluated)}; {file}");
        Assert.True(Same(verified, trained), $"verify: {Shown(verified)}, train: {Shown(trained)}; {file}");
        if (file.LabelBytes is null)
        {
            // Predicting needs no labels.
            var predicted = Counts(folder, ["predict", "--model", model, path, "--limit", "1000", "--json", .. said], OfPredictions);
            Assert.True(Same(verified, predicted) || (verified is null && predicted!.Sum() == 0), $"verify: {Shown(verified)}, predict: {Shown(predicted)}; {file}");
        }

        if (verified is not null && file.Labels is { } labels)
            Assert.True(Same(verified, OfLabels(labels)), $"verify: {Shown(verified)}; {file}");
    }

    private static int[]? Counts(TemporaryFolder folder, string[] arguments, Func<JsonElement, int[]> read)
    {
        var run = DigitsRun.Run(folder, arguments);
        Assert.True(run.ExitCode is 0 or 3, $"{string.Join(' ', arguments)}: {run.ExitCode}, {run.Error}");
        return run.ExitCode == 0 ? read(run.Json) : null;
    }

    private static int[] OfReport(JsonElement report)
        => [.. report.GetProperty("classes").EnumerateArray().Select(metrics => metrics.GetProperty("support").GetInt32())];

    private static int[] OfPredictions(JsonElement json) => OfLabels(json.GetProperty("predictions").EnumerateArray()
        .Select(prediction => prediction.GetProperty("label"))
        .Where(label => label.ValueKind != JsonValueKind.Null)
        .Select(label => label.GetInt32()));

    private static int[] OfLabels(IEnumerable<int> labels)
        => [.. labels.Aggregate(new int[10], (counts, label) => { counts[label]++; return counts; })];

    private static bool Same(int[]? one, int[]? other) => one is null ? other is null : other is not null && one.SequenceEqual(other);

    private static string Shown(int[]? counts) => counts is null ? "refused" : string.Join(' ', counts);
}
