using System.Text.Json;
using MlNetDigits.Tests.Data;
using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Cli;

/// <summary>All verbs with data of other classes than the ten digits, as EMNIST's letters are: pictures that lie, labels from 1.</summary>
public sealed class OtherClassesTests : IClassFixture<OtherClassesTests.Letters>
{
    private readonly Letters _letters;

    public OtherClassesTests(Letters letters) => _letters = letters;

    [Fact]
    public void Train_Letters_LearnsThemByName()
    {
        Assert.Equal(0, _letters.Training.ExitCode);
        var report = _letters.Training.Json.GetProperty("report");
        Assert.Equal("A", report.GetProperty("classes")[0].GetProperty("name").GetString());
        Assert.Equal(Letters.Classes, report.GetProperty("classes").GetArrayLength());
        Assert.True(report.GetProperty("microAccuracy").GetDouble() > 0.9);
    }

    [Fact]
    public void Train_RunFolder_KeepsWhatTheMappingSaid()
    {
        var options = JsonDocument.Parse(File.ReadAllText(_letters.Folder.File("run/options.json"))).RootElement.GetProperty("settings");

        Assert.StartsWith("1=A,2=B,", options.GetProperty("classes").GetString(), StringComparison.Ordinal);
        Assert.True(options.GetProperty("transpose").GetBoolean());
    }

    [Fact]
    public void Train_LettersWithoutAWord_ErrorNamesTheOption()
    {
        var run = Run("train", "--data", Letters.Images, "--model", "none.zip");

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("is 12, but the ten digits are 0 to 9; the labels of the file go from 1 to 12; if the file has other classes, as EMNIST's letters, say so with --classes", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        Assert.DoesNotContain("get the file again", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Train_NumberedClasses_AreCalledByTheirLabels()
    {
        var run = Run("train", "--data", Letters.Images, "--classes", "1-12", "--validation", "0.2", "--test", Letters.Images, "--epochs", "1", "--hidden", "10", "--seed", "1", "--model", "numbers.zip", "--json");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("12", run.Json.GetProperty("report").GetProperty("classes")[11].GetProperty("name").GetString());
        Assert.Equal(0, Run("evaluate", "--data", Letters.Images, "--model", "numbers.zip").ExitCode);
    }

    [Fact]
    public void Evaluate_Letters_TakesTheClassesFromTheModel()
    {
        var run = Run("evaluate", "--data", Letters.Images, "--transpose", "--model", Letters.Model, "--json");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            _letters.Training.Json.GetProperty("report").GetProperty("microAccuracy").GetDouble(),
            run.Json.GetProperty("report").GetProperty("microAccuracy").GetDouble());
    }

    [Fact]
    public void Evaluate_SameDataAsCsv_IsTheSame()
    {
        Assert.Equal(0, Run("data", "convert", Letters.Images, "letters.csv", "--classes", Letters.Mapping).ExitCode);

        var run = Run("evaluate", "--data", "letters.csv", "--transpose", "--model", Letters.Model, "--json");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            _letters.Training.Json.GetProperty("report").GetProperty("logLoss").GetDouble(),
            run.Json.GetProperty("report").GetProperty("logLoss").GetDouble(), 1e-9);
    }

    [Fact]
    public void Evaluate_LettersWithAModelOfDigits_ErrorSaysWhatTheModelKnows()
    {
        var run = Run("evaluate", "--data", Letters.Images, "--model", DigitsModel.Path);

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("is 12, but the model knows the ten digits only, 0 to 9; use a model that was trained on such data", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_ClassesThatTheModelDoesNotKnow_AreRefused()
    {
        var run = Run("evaluate", "--data", Letters.Images, "--classes", "1-26", "--model", Letters.Model);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("--classes names '1', which the model does not know; its classes are A, B, C, D, E, F, G, H and 4 more", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_ClassesInAnotherOrder_AreComparedByName()
    {
        var names = string.Join('\n', Enumerable.Range(0, Letters.Classes).Select(i => $"{i + 1} {(char)('A' + i)}").Reverse());
        _letters.Folder.Write("reversed.txt", names);

        var run = Run("evaluate", "--data", Letters.Images, "--transpose", "--classes", "reversed.txt", "--model", Letters.Model, "--json");

        Assert.Equal(
            _letters.Training.Json.GetProperty("report").GetProperty("microAccuracy").GetDouble(),
            run.Json.GetProperty("report").GetProperty("microAccuracy").GetDouble());
    }

    [Fact]
    public void Predict_CsvOfLetters_TheLabelIsWhatTheModelCallsIt()
    {
        Run("data", "convert", Letters.Images, "few.csv", "--classes", Letters.Mapping, "--take", "24");

        var run = Run("predict", "few.csv", "--limit", "24", "--transpose", "--model", Letters.Model, "--json");

        Assert.Equal("L", run.Json.GetProperty("predictions")[0].GetProperty("label").GetString());
        Assert.Equal(24, run.Json.GetProperty("accuracy").GetProperty("known").GetInt32());
        Assert.True(run.Json.GetProperty("accuracy").GetProperty("accuracy").GetDouble() > 0.9);
    }

    [Fact]
    public void Predict_OneLetter_ScoresAreNamed()
    {
        Run("data", "convert", Letters.Images, "one.csv", "--classes", Letters.Mapping, "--take", "1");

        var run = Run("predict", "one.csv", "--transpose", "--model", Letters.Model);

        Assert.Contains("one.csv, line 1: L, right", run.Output, StringComparison.Ordinal);
        Assert.Contains("|  > L  ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Predict_CsvOfLettersWithAModelOfDigits_ErrorSaysWhatTheModelKnows()
    {
        Run("data", "convert", Letters.Images, "other.csv", "--classes", "1-12", "--take", "1");

        var run = Run("predict", "other.csv", "--model", DigitsModel.Path);

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("other.csv, line 1: the label is '12', but the model knows the ten digits only, 0 to 9", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void Train_EmnistAsItLies_WarnsOfIt()
    {
        var run = Run("train", "--data", Letters.Images, "--classes", "1-12", "--epochs", "1", "--hidden", "5", "--seed", "1", "--model", "lying.zip", "--json");

        Assert.Contains(run.Json.GetProperty("warnings").EnumerateArray(), warning => warning.GetString()!.Contains("add --transpose", StringComparison.Ordinal));
        Assert.DoesNotContain(_letters.Training.ErrorLines, line => line.Contains("--transpose", StringComparison.Ordinal));
    }

    [Fact]
    public void Train_MoreClassesThanThereAre_WarnsOfIt()
    {
        var run = Run("train", "--data", Letters.Images, "--classes", "14", "--transpose", "--epochs", "1", "--hidden", "5", "--seed", "1", "--model", "more.zip");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("warning: no picture is of the classes 0, 13, so the network will not learn them", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Report_RunOfLetters_IsWritten()
    {
        var run = Run("report", "run", "--out", "again.html", "--charts", "charts");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("784-20-12 nodes", File.ReadAllText(_letters.Folder.File("again.html")), StringComparison.Ordinal);
    }

    [Fact]
    public void Inspect_DataOfLetters_IsShown()
    {
        var run = Run("inspect", "--model", Letters.Model, "--data", Letters.Images, "--transpose");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("784-20-12 nodes", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Backquery_Letter_IsAskedForByName()
    {
        var run = Run("backquery", "--model", Letters.Model, "--digit", "L", "--json");

        Assert.Equal("L", run.Json.GetProperty("digits")[0].GetProperty("digit").GetString());
    }

    [Fact]
    public void Backquery_AllLetters_ArePreviewed()
    {
        var run = Run("backquery", "--model", Letters.Model, "--out", "letters.png");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("of 12 pictures are read as the class that was asked for", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Backquery_AClassThatTheModelDoesNotKnow_ErrorListsThem()
    {
        var run = Run("backquery", "--model", Letters.Model, "--digit", "7");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("--digit must be one of the classes that the model knows (A, B, C, D, E, F, G, H, I, J, K, L), not '7'", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Sweep_Letters_IsMeasured()
        => Assert.Equal(0, Run(
            "sweep", "--data", Letters.Images, "--classes", Letters.Mapping, "--transpose", "--validation", "0.2", "--hidden", "5,10", "--epochs", "1", "--seeds", "1").ExitCode);

    [Fact]
    public void Verify_Letters_CountsEachByName()
    {
        var run = Run("data", "verify", Letters.Images, "--classes", Letters.Mapping, "--json");

        var part = run.Json.GetProperty("parts")[0];
        Assert.Equal("A", part.GetProperty("classNames")[0].GetString());
        Assert.Equal(Letters.Rows / Letters.Classes, part.GetProperty("perClass")[0].GetInt32());
    }

    [Fact]
    public void Convert_Letters_KeepsTheirLabels()
    {
        Run("data", "convert", Letters.Images, "few-images-idx3-ubyte", "--classes", "1-12", "--take", "12");

        Assert.Equal(
            File.ReadAllBytes(_letters.Folder.File(Letters.Labels))[8..20], File.ReadAllBytes(_letters.Folder.File("few-labels-idx1-ubyte"))[8..]);
    }

    [Fact]
    public void Convert_LettersToPictures_AreNamedByTheirClass()
    {
        Run("data", "convert", Letters.Images, "pictures", "--png", "--classes", Letters.Mapping, "--take", "1");

        Assert.Equal("00000_L.png", Path.GetFileName(Assert.Single(Directory.GetFiles(_letters.Folder.File("pictures")))));
    }

    [Fact]
    public void Resume_OtherClasses_IsRefused()
    {
        Run("train", "--data", Letters.Images, "--classes", "1-12", "--epochs", "1", "--hidden", "5", "--checkpoint", "kept", "--model", "kept.zip");

        var run = Run("train", "--checkpoint", "kept", "--resume", "--epochs", "2", "--classes", Letters.Mapping);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("leave out what differs (--classes)", run.Error, StringComparison.Ordinal);
        Assert.Equal(0, Run("train", "--checkpoint", "kept", "--resume", "--epochs", "2").ExitCode);
    }

    private DigitsRun Run(params string[] arguments) => DigitsRun.Run(_letters.Folder, arguments);

    /// <summary>A folder with letters, each a bar at another place, lying on their side, and a model of them.</summary>
    public sealed class Letters : IDisposable
    {
        public const int Classes = 12;
        public const int Rows = 360;
        public const string Images = "emnist-letters-train-images-idx3-ubyte";
        public const string Labels = "emnist-letters-train-labels-idx1-ubyte";
        public const string Mapping = "mapping.txt";
        public const string Model = "run/model.zip";

        public Letters()
        {
            var random = new Random(5);
            var records = Enumerable.Range(0, Rows).Select(row => Letter(Classes - (row % Classes), random)).ToArray();
            Folder.Write(Images, DigitFiles.Images(Rows, records));
            Folder.Write(Labels, DigitFiles.Labels(Rows, records.Select(record => record.Label)));
            Folder.Write(Mapping, string.Join('\n', Enumerable.Range(0, Classes).Select(i => $"{i + 1} {'A' + i} {'a' + i}")));
            Training = DigitsRun.Run(
                Folder, "train", "--data", Images, "--test", Images, "--classes", Mapping, "--transpose", "--epochs", "5", "--hidden", "20", "--seed", "3", "--out", "run", "--json");
        }

        internal TemporaryFolder Folder { get; } = new();

        internal DigitsRun Training { get; }

        public void Dispose() => Folder.Dispose();

        private static DigitRecord Letter(int label, Random random)
        {
            var pixels = new byte[784];
            for (var row = 4; row < 24; row++)
            {
                for (var column = 2 * label; column < (2 * label) + 2; column++)
                    pixels[(row * 28) + column] = (byte)random.Next(150, 256);
            }

            return new DigitRecord((byte)label, pixels);
        }
    }
}
