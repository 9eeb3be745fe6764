using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.History;

/// <summary>A run's history as a file, and files that are none.</summary>
public class HistoryFileTests
{
    [Fact]
    public void Read_WhatWasWritten_IsEqual()
    {
        using var folder = new TemporaryFolder();
        folder.Write("history.json", HistoryJson.ToNode(ReportExample.History).ToJsonString());

        Assert.Equal<EpochReport>(ReportExample.History.Epochs, HistoryFile.Read(folder.File("history.json")).Epochs);
    }

    [Theory]
    [InlineData("", "is not JSON")]
    [InlineData("[\n{,}]", "line 2: is not JSON")]
    [InlineData("{\"epochs\": []}", "is not the history of a training run")]
    [InlineData("[{\"epoch\":1,\"epoch\":1}]", "is not the history of a training run")]
    [InlineData("[{\"epoch\":0,\"recordsSeen\":1,\"trainingError\":1,\"seconds\":1,\"elapsedSeconds\":1,\"complete\":true}]", "epoch 0 comes after epoch 0")]
    [InlineData("[{\"epoch\":1,\"recordsSeen\":1,\"trainingError\":1e300,\"seconds\":1,\"elapsedSeconds\":1,\"complete\":true}]", "an error of epoch 1")]
    [InlineData("[{\"epoch\":1,\"recordsSeen\":1,\"trainingError\":1,\"validationRecords\":1,\"validationAccuracy\":2,\"validationError\":1,\"seconds\":1,\"elapsedSeconds\":1,\"complete\":true}]", "the accuracy of epoch 1")]
    public void Read_SomethingElse_SaysWhat(string text, string said)
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("history.json", text);

        var error = Assert.Throws<InvalidInputException>(() => HistoryFile.Read(path));

        Assert.Contains(said, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_NoFile_SaysSo()
        => Assert.Contains("is not there", Assert.Throws<InvalidInputException>(() => HistoryFile.Read("no/such.json")).Message, StringComparison.Ordinal);
}
