using System.Globalization;
using MlNetDigits.Cli.CommandLine;
using MlNetDigits.Pictures;
using MlNetDigits.Reporting;
using MlNetDigits.Training;

namespace MlNetDigits.Cli.Inspect;

/// <summary>A digit and what training sees in its place, as a picture.</summary>
internal static class DistortionSheet
{
    private const int Columns = 7;

    /// <summary>The digit itself first, then an epoch a tile.</summary>
    public static ContactSheet Of(DistortionPlan plan, DistortedDigit digit, WorkingFolder folder) => new(
        Invariant($"A {digit.Digit.Label}, and what training sees in its place"),
        [
            new GreyTile(DigitImage.ToPicture(digit.Digit.Pixels), "as it is"),
            .. digit.Epochs.Select((pixels, index) => new GreyTile(DigitImage.ToPicture(pixels), Invariant($"epoch {index + 1}"))),
        ])
    {
        Note = Invariant($"Digit {plan.Record} of {SampleFolder.Describe(plan.Data, folder)}. {Words(plan.Options.Distortions)}; here with seed {plan.Seed}."),
        Columns = Columns,
    };

    /// <summary>What happens to a digit, in plain words.</summary>
    private static string Words(ImageDistortions distortions)
    {
        string[] words =
        [
            .. If(distortions.Rotation, Invariant($"turned by up to {Counted(distortions.Rotation, "degree")}")),
            .. If(distortions.Scale, Invariant($"stretched or squeezed by up to {100 * distortions.Scale:0.##} %")),
            .. If(distortions.Shear, Invariant($"slanted by up to {Counted(distortions.Shear, "column")} a row")),
            .. If(distortions.Shift, Invariant($"moved by up to {Counted(distortions.Shift, "pixel")}")),
            .. If(distortions.Elastic, Invariant($"bent by about {Counted(distortions.Elastic, "pixel")} (smoothness {distortions.ElasticSmoothness})")),
        ];
        return words switch
        {
            [] => "Training sees it as it is in each epoch",
            [var only] => $"In each epoch training sees it {only}, as chance has it",
            _ => $"In each epoch training sees it {string.Join(", ", words[..^1])} and {words[^1]}, as chance has it",
        };
    }

    private static string[] If(float value, string words) => value == 0 ? [] : [words];

    private static string Counted(float count, string noun) => Invariant($"{count} {noun}{(count == 1 ? "" : "s")}");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
