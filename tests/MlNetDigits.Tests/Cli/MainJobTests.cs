using System.Text.Json;
using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Cli;

/// <summary>The tool does what it is for.</summary>
public class MainJobTests(TrainedModel trained) : IClassFixture<TrainedModel>
{
    [Fact]
    public void Train_ThenEvaluate_SameReport()
    {
        var report = trained.Training.Output[trained.Training.Output.IndexOf("Rows ", StringComparison.Ordinal)..];
        report = report[..report.IndexOf("Model ", StringComparison.Ordinal)];

        var evaluated = DigitsRun.Run(
            trained.Folder, "evaluate", "--model", "made/model.zip", "--data", "test.csv");

        Assert.Equal(0, trained.Training.ExitCode);
        Assert.Equal(0, evaluated.ExitCode);
        Assert.Contains("100 evaluated of 100 read", report, StringComparison.Ordinal);
        Assert.Matches(@"true \\ predicted +0 +1 +2", report);
        Assert.Contains(report.Trim(), evaluated.Output, StringComparison.Ordinal);
        Assert.Empty(evaluated.Error);
    }

    // The only one here that has to be a process: it asks its own streams whether they are a terminal.
    [Fact]
    public void Train_Redirected_PlainLinesOnStandardError()
    {
        using var folder = new TemporaryFolder();
        var training = DigitsProcess.Run(
            folder, "train", "--data", trained.Folder.File("train.csv"), "--model", "m.zip", "--epochs", "3", "--hidden", "50");

        Assert.Equal(0, training.ExitCode);
        Assert.Equal(6, training.ErrorLines.Length);
        Assert.StartsWith("epoch  training error", training.ErrorLines[0], StringComparison.Ordinal);
        Assert.Matches(@"^\d+\.\d\d s; peak memory \d+ MB$", training.ErrorLines[^2]);
        Assert.Matches(@"^start .*, train \d+\.\d\d, .*$", training.ErrorLines[^1]);
        Assert.DoesNotContain('\u001b', training.Error + training.Output);
    }

    [Fact]
    public void Train_SameSeed_SameModelToTheByte()
    {
        using var folder = new TemporaryFolder();
        DigitsRun.Run(
            folder, "train", "--data", trained.Folder.File("train.csv"), "--model", "again.zip", "--epochs", "3", "--hidden", "50", "--seed", "7");

        Assert.Equal(EntryBytes(trained.Model), EntryBytes(folder.File("again.zip")));
    }

    [Fact]
    public void Train_Json_OneDocument()
    {
        using var folder = new TemporaryFolder();
        var run = DigitsRun.Run(
            folder, "train", "--data", trained.Folder.File("train.csv"), "--epochs", "1", "--hidden", "5", "--json");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(600, run.Json.GetProperty("rows").GetInt32());
        Assert.Equal("null", run.Json.GetProperty("report").GetRawText());
        Assert.True(File.Exists(folder.File("models/my-digits.zip")));
    }

    [Fact]
    public void Evaluate_Json_OneDocument()
    {
        var run = DigitsRun.Run(
            trained.Folder, "evaluate", "--model", "made/model.zip", "--data", "test.csv", "--json");

        Assert.Equal(100, run.Json.GetProperty("report").GetProperty("rowsEvaluated").GetInt32());
    }

    [Fact]
    public void Predict_PictureOfATestDigit_DigitScoresAndPicture()
    {
        using var folder = new TemporaryFolder();
        var converted = DigitsRun.Run(
            folder, "data", "convert", trained.Folder.File("test.csv"), "pictures", "--png", "--take", "10");
        var run = DigitsRun.Run(folder, "predict", "--model", trained.Model, "pictures/00000_0.png");

        Assert.Equal((0, 0), (converted.ExitCode, run.ExitCode));
        Assert.Equal(10, Directory.GetFiles(folder.File("pictures")).Length);
        Assert.StartsWith("pictures/00000_0.png: 0", run.Output, StringComparison.Ordinal);
        Assert.Contains("> 0  0.", run.Output, StringComparison.Ordinal);
        Assert.Contains('█', run.Output);
    }

    [Fact]
    public void Predict_PictureAndItsCsvRow_SameScores()
    {
        using var folder = new TemporaryFolder();
        DigitsRun.Run(
            folder, "data", "convert", trained.Folder.File("test.csv"), "pictures", "--png", "--take", "1");
        var line = File.ReadLines(trained.Folder.File("test.csv")).First();
        var unlabelled = folder.Write("unlabelled.csv", line[(line.IndexOf(',') + 1)..] + "\n");
        var run = DigitsRun.Run(
            folder, "predict", "--model", trained.Model, "--json", "--limit", "1", "pictures/00000_0.png", unlabelled, trained.Folder.File("test.csv"));

        var predictions = run.Json.GetProperty("predictions").EnumerateArray().ToArray();
        Assert.Equal(3, predictions.Length);
        Assert.Single(predictions.Select(prediction => prediction.GetProperty("scores").GetRawText()).Distinct());
        Assert.Equal(
            ["0", "null", "0"], predictions.Select(prediction => prediction.GetProperty("label").GetRawText()));
    }

    [Fact]
    public void DataConvert_ToIdxAndBack_SameBytes()
    {
        using var folder = new TemporaryFolder();
        DigitsRun.Run(folder, "data", "convert", trained.Folder.File("test.csv"), "x-images-idx3-ubyte.gz");
        var back = DigitsRun.Run(folder, "data", "convert", "x-images-idx3-ubyte.gz", "back.csv");

        Assert.Equal(0, back.ExitCode);
        Assert.Equal(File.ReadAllBytes(trained.Folder.File("test.csv")), File.ReadAllBytes(folder.File("back.csv")));
        Assert.Equal(["back.csv", "x-images-idx3-ubyte.gz", "x-labels-idx1-ubyte.gz"], folder.Names());
    }

    [Fact]
    public void DataSample_WritesTheEmbeddedSample()
    {
        using var folder = new TemporaryFolder();
        var run = DigitsRun.Run(folder, "data", "sample", "--out", "out", "--json");

        Assert.Equal(2, run.Json.GetProperty("files").GetArrayLength());
        Assert.Equal(
            File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "data", "digits-test.csv")),
            File.ReadAllBytes(folder.File("out/digits-test.csv")));
    }

    [Fact]
    public void DataVerify_Csv_RowsAndClasses()
    {
        var run = DigitsRun.Run(trained.Folder, "data", "verify", "test.csv", "--json");

        var part = run.Json.GetProperty("parts")[0];
        Assert.Equal(100, part.GetProperty("rows").GetInt32());
        Assert.False(part.GetProperty("isPublished").GetBoolean());
    }

    [Fact]
    public void Doctor_Json_OneDocument()
    {
        using var folder = new TemporaryFolder();
        var run = DigitsRun.Run(folder, "doctor", "--json");

        Assert.Equal(0, run.ExitCode);
        Assert.True(run.Json.GetProperty("trainingWorks").GetBoolean());
        Assert.Equal(run.Json.GetProperty("error").ValueKind == JsonValueKind.Null, run.Json.GetProperty("torchEngineWorks").GetBoolean());
        Assert.True(run.Json.GetProperty("hasSample").GetBoolean());
    }

    [MnistFact]
    public void DataDownload_FromALocalServer_ChecksAndIsFoundByTrain()
    {
        using var folder = new TemporaryFolder();
        using var server = new FileServer();
        foreach (var file in Directory.EnumerateFiles(MnistFolder.Path!, "*.gz"))
            server.Files[Path.GetFileName(file)] = File.ReadAllBytes(file);
        var run = DigitsRun.Run(
            folder, "data", "download", "--out", "got/mnist", "--mirror", server.Address.AbsoluteUri, "--json");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(4, run.Json.GetProperty("files").GetArrayLength());
        Assert.Equal(4, Directory.GetFiles(folder.File("got/mnist")).Length);
    }

    // A process of its own: only that has signals to itself.
    [LinuxTheory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task Train_SentASignal_EndsAsInterrupted(string signal)
    {
        using var folder = new TemporaryFolder();
        var lines = 0;
        var run = await DigitsProcess.RunAsync(
            folder,
            id =>
            {
                // The head of the table, the first epoch, and then the signal.
                if (++lines == 2)
                    DigitsProcess.Signal(signal, id);
            },
            "train", "--data", trained.Folder.File("train.csv"), "--model", "kept.zip", "--epochs", "100000", "--json");

        Assert.Equal(130, run.ExitCode);
        Assert.True(run.Json.GetProperty("interrupted").GetBoolean());
        Assert.Equal(["kept.zip"], folder.Names());
    }

    [Fact]
    public void Train_Interrupted_SavesWhatWasLearnedAndSaysSo()
    {
        using var folder = new TemporaryFolder();
        var run = DigitsRun.Run(
            folder,
            (line, keys) =>
            {
                if (line.StartsWith("    1 ", StringComparison.Ordinal))
                    keys.CtrlC();
            },
            "train", "--data", trained.Folder.File("train.csv"), "--model", "kept.zip", "--epochs", "100000", "--json");

        Assert.Equal(130, run.ExitCode);
        Assert.True(run.Json.GetProperty("interrupted").GetBoolean());
        Assert.Equal(["kept.zip"], folder.Names());
        Assert.Equal(
            0,
            DigitsRun.Run(folder, "evaluate", "--model", "kept.zip", "--data", trained.Folder.File("test.csv")).ExitCode);
    }

    [Fact]
    public void Train_InterruptedTwice_SecondTimeIsNotDealtWith()
    {
        using var folder = new TemporaryFolder();
        PressedKeys? pressed = null;
        var run = DigitsRun.Run(
            folder,
            (line, keys) =>
            {
                if (pressed is not null || !line.StartsWith("    1 ", StringComparison.Ordinal))
                    return;
                pressed = keys;
                keys.CtrlC();
                Assert.False(keys.HaveEndedTheProcess);
                keys.CtrlC();
            },
            "train", "--data", trained.Folder.File("train.csv"), "--model", "kept.zip", "--epochs", "100000");

        Assert.Equal(130, run.ExitCode);
        Assert.True(pressed!.HaveEndedTheProcess);
    }

    [Fact]
    public void Train_InterruptedBeforeTheFirstRecord_TheOldModelStays()
    {
        using var folder = new TemporaryFolder();
        folder.Write("model.zip", "the old model");
        var run = DigitsRun.Run(
            folder,
            (line, keys) =>
            {
                // The head of the table is written before anything is learned.
                if (line.StartsWith("epoch ", StringComparison.Ordinal))
                    keys.CtrlC();
            },
            "train", "--data", trained.Folder.File("train.csv"), "--model", "model.zip", "--epochs", "100000");

        Assert.Equal(130, run.ExitCode);
        Assert.Contains("no model was saved", run.ErrorLines[^1], StringComparison.Ordinal);
        Assert.Empty(run.Output);
        Assert.Equal("the old model", File.ReadAllText(folder.File("model.zip")));
        Assert.Equal(["model.zip"], folder.Names());
    }

    private static byte[][] EntryBytes(string path)
    {
        using var archive = System.IO.Compression.ZipFile.OpenRead(path);
        return [.. archive.Entries.Where(entry => entry.FullName.Contains("Model.key", StringComparison.Ordinal)).Select(entry =>
        {
            using var contents = entry.Open();
            using var bytes = new MemoryStream();
            contents.CopyTo(bytes);
            return bytes.ToArray();
        })];
    }
}
