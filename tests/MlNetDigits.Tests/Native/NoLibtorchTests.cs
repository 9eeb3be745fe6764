using Microsoft.ML;
using MlNetDigits.Tests.Support;
using MlNetDigits.Training;

namespace MlNetDigits.Tests.Native;

/// <summary>An app with the trainer's package and without libtorch: <c>tests/MlNetDigits.TrainerUser</c>.</summary>
public sealed class NoLibtorchTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Fit_ProcessWithoutLibtorch_TrainsTheSameAndTellsOfTheTorchEngineOnlyIfAsked()
    {
        var sample = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "data", "digits-train.csv"));
        var digits = _folder.Write("digits.csv", string.Join('\n', sample.Take(200)));

        var lines = UserProgram.Run(UserProgram.TrainerUser, digits, _folder.File("model.zip"));

        // One line a Fit, no warning.
        Assert.All(lines[..5], line =>
        {
            Assert.StartsWith("Info: ", line, StringComparison.Ordinal);
            Assert.EndsWith(
                "The managed engine trains; this app brings no libtorch, which only the Torch engine and SigmoidModule would need.",
                line,
                StringComparison.Ordinal);
        });
        Assert.Equal("sweep: done", lines[5]);
        AssertNotAvailable("Torch engine", lines[6]);
        AssertNotAvailable("sweep with the Torch engine", lines[7]);
        AssertNotAvailable("module", lines[8]);
        Assert.Equal(["torch: "], lines[9..]);
        Assert.Equal(TrainedHere(digits).Bits(), ModelFile.Load(new MLContext(), _folder.File("model.zip")).Network.Weights.Bits());
    }

    private static void AssertNotAvailable(string what, string line)
    {
        Assert.StartsWith($"{what}: {nameof(TorchNotAvailableException)}: TorchSharp ", line, StringComparison.Ordinal);
        Assert.Contains("reference the package TorchSharp-cpu", line, StringComparison.Ordinal);
    }

    private static NetworkWeights TrainedHere(string digits)
    {
        var ml = new MLContext(seed: 1);
        return DigitView.Pipeline(ml, new SigmoidNetworkOptions { HiddenNodes = 10, Epochs = 2 })
            .Fit(DigitData.Load(ml, digits).View).LastTransformer.Model.Weights;
    }
}
