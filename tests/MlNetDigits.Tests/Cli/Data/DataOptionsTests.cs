using System.Globalization;
using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Cli.Data;

/// <summary>What is said of data, in every verb that reads it.</summary>
public sealed class DataOptionsTests : IDisposable
{
    private static readonly string[] Train = ["train", "--hidden", "5", "--epochs", "1", "--seed", "1"];

    private readonly TemporaryFolder _folder = new();

    public DataOptionsTests()
    {
        Write("digits.csv", digit => $"{digit.Label},{string.Join(',', digit.Pixels)}");
        Write("ones.csv", digit => $"{digit.Label},{string.Join(',', digit.Pixels.Select(pixel => (pixel / 255.0).ToString(CultureInfo.InvariantCulture)))}");

        // Both ends could be the label, so that it must be said.
        Write("last.csv", digit => $"{9 - digit.Label},{string.Join(',', digit.Pixels[1..])},{digit.Label}");
        Assert.Equal(0, DigitsRun.Run(_folder, [.. Train, "--data", "digits.csv", "--model", "model.zip"]).ExitCode);
    }

    public static TheoryData<string> Verbs =>
    [
        "train --hidden 5 --epochs 1 --model new.zip --data FILE",
        "train --hidden 5 --epochs 1 --model new.zip --data FILE --test FILE --validation FILE",
        "evaluate --model model.zip --data FILE",
        "report --model model.zip --data FILE --out page.html",
        "inspect --model model.zip --data FILE",
        "inspect --distortions --data FILE --out picture.png",
        "sweep --hidden 5 --epochs 1 --seeds 1 --data FILE --test FILE",
        "predict --model model.zip FILE",
        "data verify FILE",
        "data convert FILE converted.csv",
    ];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Verbs))]
    public void Tool_PixelsTo1_AreRefusedUnlessItIsSaid(string verb)
    {
        var refused = Run(verb, "ones.csv");

        Assert.Equal(3, refused.ExitCode);
        Assert.Contains("ones.csv: has no pixel above 1, but pixels go from 0 to 255 unless something else is said: with --pixel-range auto", refused.Error, StringComparison.Ordinal);
        Assert.Equal(0, Run($"{verb} --pixel-range 1", "ones.csv").ExitCode);
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public void Tool_LabelNobodyCanFind_IsRefusedUnlessItIsSaid(string verb)
    {
        var refused = Run(verb, "last.csv");

        Assert.Equal(3, refused.ExitCode);
        Assert.Contains("--label-column", refused.Error, StringComparison.Ordinal);
        Assert.Equal(0, Run($"{verb} --label-column last", "last.csv").ExitCode);
    }

    [Fact]
    public void Train_ScaledPixels_LearnsTheSameWeights()
    {
        var plain = DigitsRun.Run(_folder, [.. Train, "--data", "digits.csv", "--test", "digits.csv", "--model", "a.zip", "--json"]);
        var scaled = DigitsRun.Run(_folder, [.. Train, "--data", "ones.csv", "--test", "ones.csv", "--pixel-range", "auto", "--model", "b.zip", "--json"]);

        Assert.Equal(plain.Json.GetProperty("report").ToString(), scaled.Json.GetProperty("report").ToString());
    }

    [Fact]
    public void Resume_DataReadInAnotherWay_IsReadInThatWayAgain()
    {
        string[] said = ["--data", "last.csv", "--label-column", "785", "--pixel-range", "255", "--test", "last.csv"];
        var unbroken = DigitsRun.Run(_folder, ["train", "--hidden", "5", "--epochs", "2", "--seed", "1", .. said, "--model", "whole.zip", "--json"]);
        Assert.Equal(0, DigitsRun.Run(_folder, [.. Train, .. said, "--checkpoint", "run", "--model", "first.zip"]).ExitCode);

        var resumed = DigitsRun.Run(_folder, "train", "--checkpoint", "run", "--resume", "--epochs", "2", "--json");

        Assert.Equal(0, resumed.ExitCode);
        Assert.Equal("785", resumed.Json.GetProperty("options").GetProperty("labelColumn").GetString());
        Assert.Equal(unbroken.Json.GetProperty("report").ToString(), resumed.Json.GetProperty("report").ToString());
    }

    [Fact]
    public void Resume_AnotherLabelColumn_IsRefused()
    {
        Assert.Equal(0, DigitsRun.Run(_folder, [.. Train, "--data", "last.csv", "--label-column", "last", "--checkpoint", "run"]).ExitCode);

        var resumed = DigitsRun.Run(_folder, "train", "--checkpoint", "run", "--resume", "--epochs", "2", "--label-column", "first");

        Assert.Equal(2, resumed.ExitCode);
        Assert.Contains("leave out what differs (--label-column)", resumed.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Report_OfARun_ReadsItsDataAsTheRunDid()
    {
        Assert.Equal(0, DigitsRun.Run(_folder, [.. Train, "--data", "last.csv", "--test", "last.csv", "--label-column", "last", "--out", "run"]).ExitCode);

        Assert.Equal(0, DigitsRun.Run(_folder, "report", "run").ExitCode);
    }

    [Theory]
    [InlineData("--pixel-range", "0", "--pixel-range must be the number of full ink such as 255, 1 or 16, background and ink such as -1..1 or 255..0, or auto, not '0'.")]
    [InlineData("--label-column", "0", "--label-column must be the name of a column, its number from 1, first, last or none, not '0'.")]
    public void Tool_ValueThatIsNone_IsWrongUsage(string option, string value, string expected)
    {
        var run = DigitsRun.Run(_folder, "data", "verify", "digits.csv", option, value);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(expected.TrimEnd('.'), run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_Json_TellsWhatWasUnderstood()
    {
        var csv = DigitsRun.Run(_folder, "data", "verify", "last.csv", "--label-column", "last", "--json").Json.GetProperty("parts")[0].GetProperty("csv");

        Assert.Equal(785, csv.GetProperty("labelColumn").GetInt32());
        Assert.False(csv.GetProperty("hasHeader").GetBoolean());
        Assert.Equal(255, csv.GetProperty("ink").GetInt32());
    }

    private DigitsRun Run(string verb, string file)
        => DigitsRun.Run(_folder, verb.Replace("FILE", file, StringComparison.Ordinal).Split(' '));

    private void Write(string name, Func<(int Label, byte[] Pixels), string> line)
        => _folder.Write(name, string.Concat(TestDigits.Train.Records.Take(40).Select(digit => line(digit) + "\n")));
}
