using System.Text.Json;
using MlNetDigits.Cli.CommandLine;
using MlNetDigits.Cli.Doctor;
using MlNetDigits.Training;

namespace MlNetDigits.Tests.Cli;

/// <summary>What the doctor says of machines that this one is not.</summary>
public class DoctorFindingsTests
{
    private static readonly TorchNativeStatus Broken = new() { TorchSharpVersion = "0.107.0", Error = "There is no libtorch." };
    private static readonly TorchNativeStatus Sound = new() { TorchSharpVersion = "0.107.0", LibtorchVersion = "2.10.0" };

    [Fact]
    public void RenderText_NoLibtorch_TrainingWorksAndTheTorchEngineDoesNot()
    {
        var lines = Of(Broken).RenderText().Split('\n');

        Assert.Contains("Training        works: the managed engine needs no native library", lines);
        Assert.Contains("Torch engine    does not work", lines);
    }

    [Fact]
    public void RenderText_Libtorch_BothWork()
    {
        var lines = Of(Sound).RenderText().Split('\n');

        Assert.Contains("Training        works: the managed engine needs no native library", lines);
        Assert.Contains("Torch engine    works", lines);
    }

    [Fact]
    public void RenderJson_NoLibtorch_SaysWhy()
    {
        var json = JsonDocument.Parse(Of(Broken).RenderJson()).RootElement;

        Assert.True(json.GetProperty("trainingWorks").GetBoolean());
        Assert.False(json.GetProperty("torchEngineWorks").GetBoolean());
        Assert.Equal("There is no libtorch.", json.GetProperty("error").GetString());
    }

    [Fact]
    public void Failure_NativeLibraryAskedForAndMissing_EndsWithCode4()
        => Assert.Equal(
            new Failure("There is no libtorch.", ExitCode.NativeLibrary),
            Failure.Of(new InvalidOperationException("wrapped", new TorchNotAvailableException("There is no libtorch.")), new WorkingFolder("/somewhere")));

    private static Findings Of(TorchNativeStatus torch) => new([], "/somewhere/data", HasSample: true, "/somewhere/models/digits.zip", HasModel: true, torch);
}
