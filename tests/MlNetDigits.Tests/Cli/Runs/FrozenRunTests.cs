using Microsoft.ML;
using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Cli.Runs;

/// <summary>Folders that version 1 has left behind; see <c>Cli/Frozen/README.md</c>.</summary>
public sealed class FrozenRunTests : IDisposable
{
    private static readonly string Frozen = Path.Combine(AppContext.BaseDirectory, "Cli", "Frozen");

    private readonly TemporaryFolder _folder = new();

    public FrozenRunTests()
    {
        foreach (var path in Directory.EnumerateFiles(Frozen, "*", SearchOption.AllDirectories))
        {
            var copy = _folder.File(Path.GetRelativePath(Frozen, path));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(path, copy);
            if (Path.GetFileName(path) == "options.json")
                File.WriteAllText(copy, File.ReadAllText(copy).Replace("/data/", $"{_folder.Path}/", StringComparison.Ordinal));
        }
    }

    public void Dispose() => _folder.Dispose();

    [LinuxTheory]
    [InlineData("checkpoint-v1", "run-v1")]
    [InlineData("checkpoint-v1-validated", "run-v1-validated")]
    public void Train_ResumesACheckpointOfVersion1_EndsWithTheWeightsOfItsWholeRun(string checkpoint, string whole)
    {
        var run = DigitsRun.Run(_folder, "train", "--checkpoint", checkpoint, "--resume");

        Assert.Equal((0, ""), (run.ExitCode, run.ExitCode == 0 ? "" : run.Error));
        // The arithmetic of later versions may add in another order.
        Assert.All(
            Weights($"{whole}/model.zip").Zip(Weights("models/my-digits.zip")),
            weight => Assert.Equal(weight.First, weight.Second, 1e-5f));
    }

    [LinuxTheory]
    [InlineData("run-v1")]
    [InlineData("run-v1-validated")]
    public void Report_RunFolderOfVersion1_IsMadeAgain(string name)
    {
        var run = DigitsRun.Run(_folder, "report", name, "--out", "again.html");

        Assert.Equal((0, ""), (run.ExitCode, run.ExitCode == 0 ? "" : run.Error));
        Assert.Contains("784-4-10 nodes", File.ReadAllText(_folder.File("again.html")), StringComparison.Ordinal);
    }

    private float[] Weights(string model)
    {
        var weights = ModelFile.Load(new MLContext(), _folder.File(model)).Network.Weights;
        return [.. weights.HiddenWeights.Span, .. weights.OutputWeights.Span];
    }
}
