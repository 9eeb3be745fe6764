using System.IO.Compression;
using Microsoft.ML;
using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Cli;

/// <summary>Each file that is no model is refused with one line that names it.</summary>
public class BadModelTests(TrainedModel trained) : IClassFixture<TrainedModel>
{
    public static TheoryData<string, string> Cases => new()
    {
        { "missing", "is not there" },
        { "empty", "is empty" },
        { "text", "is not a model" },
        { "truncated", "damaged or cut-off" },
        { "flipped", "damaged" },
        { "other zip", "not a model that ML.NET can load" },
        { "bomb", "declares more than 1024 MB" },
        { "declares more", "fewer than" },
        { "declares less", "damaged" },
        { "later version", "was made by a later version of MlNetDigits: this version does not know score normalization 200; update" },
        { "other kind", "another kind of ML.NET model" },
        { "folder", "is a folder" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Evaluate_BadModel_OneLineAndExitCode3(string kind, string said)
    {
        using var folder = new TemporaryFolder();
        Make(kind, folder);
        var before = folder.Names();

        var run = DigitsRun.Run(
            folder, "evaluate", "--model", "bad.zip", "--data", trained.Folder.File("test.csv"));

        Assert.Equal(3, run.ExitCode);
        var line = Assert.Single(run.ErrorLines);
        Assert.StartsWith("error: bad.zip: ", line, StringComparison.Ordinal);
        Assert.Contains(said, line, StringComparison.Ordinal);
        Assert.Empty(run.Output);
        Assert.Equal(before, folder.Names());
    }

    private void Make(string kind, TemporaryFolder folder)
    {
        var good = File.ReadAllBytes(trained.Model);
        _ = kind switch
        {
            "missing" => "",
            "empty" => folder.Write("bad.zip", ""),
            "text" => folder.Write("bad.zip", "not a model\n"),
            "truncated" => folder.Write("bad.zip", good[..(good.Length / 2)]),
            "flipped" => folder.Write("bad.zip", Flipped(good)),
            "other zip" => folder.Write("bad.zip", OtherZip()),
            "bomb" => folder.Write("bad.zip", HostileZip.Bomb((1L << 30) + (1 << 20))),
            "declares more" => folder.Write("bad.zip", HostileZip.Declaring(HostileZip.Bomb(1 << 20), 1 << 21)),
            "declares less" => folder.Write("bad.zip", HostileZip.Declaring(HostileZip.Bomb(1 << 21), 1 << 20)),
            "later version" => LaterVersion(folder.File("bad.zip")),
            "other kind" => OtherKind(folder.File("bad.zip")),
            "folder" => Directory.CreateDirectory(folder.File("bad.zip")).FullName,
            _ => throw new ArgumentException(kind),
        };
    }

    private static byte[] Flipped(byte[] good)
    {
        var flipped = (byte[])good.Clone();
        flipped[good.Length / 2] ^= 0x10;
        return flipped;
    }

    private static byte[] OtherZip()
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = archive.CreateEntry("readme.txt").Open())
            entry.Write("hello"u8);
        return stream.ToArray();
    }

    private static string LaterVersion(string path)
    {
        var weights = new NetworkWeights(784, 1, 10, new float[784], new float[10]);
        weights.SaveDigitModel(new MLContext(), path, scoreNormalization: (ScoreNormalization)200);
        return path;
    }

    private string OtherKind(string path)
    {
        var ml = new MLContext();
        var data = DigitData.Load(ml, trained.Folder.File("test.csv")).View;
        ml.Model.Save(ml.Transforms.ScalePixels("Features", "Pixels").Fit(data), data.Schema, path);
        return path;
    }
}
