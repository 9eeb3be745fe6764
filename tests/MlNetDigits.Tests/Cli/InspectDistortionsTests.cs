using MlNetDigits.Cli.Inspect;
using MlNetDigits.Tests.Support;
using MlNetDigits.Training;

namespace MlNetDigits.Tests.Cli;

public sealed class InspectDistortionsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Of_DigitOfTheSample_IsWhatTrainingWithThatSeedSees()
    {
        var source = DigitSource.Resolve(Path.Combine(AppContext.BaseDirectory, "data"), DigitPart.Train);
        var features = TestDigits.Train.Take(5).Features[4];

        var digit = DistortedDigit.Of(new DistortionPlan(source, DigitDataOptions.Default, Record: 5, Seed: 3, SigmoidNetworkOptions.Accurate, "x.png"));

        Assert.Equal(TestDigits.Train.Records.ElementAt(4).Pixels, digit.Digit.Pixels.ToArray());
        Assert.Equal(20, digit.Epochs.Length);
        Assert.All(digit.Epochs.Index(), epoch => Assert.Equal(
            PixelScaling.Classic.ToPixels(ImageDistortions.Digits.Apply(features, ImageShape.Digit, seed: 3, epoch.Index + 1, record: 4)),
            epoch.Item));
    }

    [Fact]
    public void InspectDistortions_NothingElse_DrawsTheFirstDigitOfTheSample()
    {
        var run = Inspect("--json");

        Assert.Equal(0, run.Json.GetProperty("digit").GetInt32());
        Assert.Equal(9, run.Json.GetProperty("options").GetProperty("rotation").GetSingle());
        Assert.Equal("d.png", Assert.Single(run.Json.GetProperty("written").EnumerateArray()).GetString());
        Assert.Equal(["d.png"], _folder.Names());
        Assert.InRange(new ColorPicture(Picture()).Width, 600, 900);
    }

    [Fact]
    public void InspectDistortions_AgainOrWithAnotherSeedOrNumber_DrawsTheSameOrAnother()
    {
        var first = Drawn();

        Assert.Equal(first, Drawn("--seed", "1"));
        Assert.NotEqual(first, Drawn("--seed", "2"));
        Assert.NotEqual(first, Drawn("--rotation", "60"));
    }

    [Fact]
    public void InspectDistortions_Folder_IsItsTrainingPartUnlessToldOtherwise()
    {
        File.Copy(Path.Combine(AppContext.BaseDirectory, "data", "digits-train.csv"), _folder.File("digits-train.csv"));
        File.Copy(Path.Combine(AppContext.BaseDirectory, "data", "digits-test.csv"), _folder.File("digits-test.csv"));

        Assert.Equal(["digits-train.csv"], Data(Inspect("--data", ".", "--json")));
        Assert.Equal(["digits-test.csv"], Data(Inspect("--data", ".", "--part", "test", "--json")));
    }

    [Fact]
    public void InspectDistortions_RecordBeyondTheData_OneLineExitCode3AndNoPicture()
    {
        var run = Inspect("--record", "4001");

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("has 4000 digits, so there is no digit 4001", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        Assert.Empty(_folder.Names());
    }

    [Fact]
    public void InspectDistortions_NoDistortionAtAll_SaysSo()
    {
        var run = Inspect("--rotation", "0", "--scale", "0", "--shear", "0", "--shift", "0", "--elastic", "0");

        Assert.Contains("Distorted by    nothing\n", run.Output, StringComparison.Ordinal);
    }

    private static IEnumerable<string?> Data(DigitsRun run)
        => run.Json.GetProperty("data").EnumerateArray().Select(path => path.GetString());

    private DigitsRun Inspect(params string[] more)
        => DigitsRun.Run(_folder, ["inspect", "--distortions", "--out", "d.png", .. more]);

    private byte[] Drawn(params string[] more)
    {
        Assert.Equal(0, Inspect(more).ExitCode);
        return Picture();
    }

    private byte[] Picture() => File.ReadAllBytes(_folder.File("d.png"));
}
