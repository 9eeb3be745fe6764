using System.CommandLine;
using System.Globalization;
using Microsoft.ML;
using MlNetDigits.Pictures;

namespace MlNetDigits.Benchmarks;

/// <summary>Measures the preparing of own handwriting on MNIST's test digits; prints tables for the README.</summary>
internal static class MeasureCommand
{
    private static readonly double[] Pens = [0.4, 0.7, 1, 1.5, 2, 2.5, 3, 4, 5, 6];

    private static readonly PageWay[] Ways =
    [
        new("light that falls off, grain"),
        new("grain of 8 levels") { Grain = 8 },
        new("narrow gaps (0.1 to 0.3)") { Gap = 0.1 },
        new("no gaps: overlapping by 0.02 to 0.06") { Gap = -0.02 },
        new("lines that fall by 1 in 10") { Slope = 0.1 },
        new("lines that rise by 3 in 20") { Slope = -0.15 },
        new("digits off their line by a quarter") { Jitter = 0.25 },
        new("dense lines (1.35)") { LineStep = 1.35 },
        new("printed lines, a fifth as dark") { Ruling = 0.17 },
        new("pencil, printed lines a third as dark") { Ruling = 0.18, Ink = 0.55 },
        new("pale ink (a fifth of the light)") { Ink = 0.2, Grain = 2 },
        new("sharp shadow, half of the light") { Shadow = 0.5 },
        new("light ink on dark paper") { IsNegative = true },
        new("digits 16 pixels high") { Scale = 0.8, Grain = 2 },
        new("digits 120 pixels high") { Scale = 6 },
    ];

    public static Command Create()
    {
        var data = CommonOptions.Data();
        var model = new Option<string>("--model")
        {
            Description = "The model to read with.",
            DefaultValueFactory = _ => Path.Combine("models", "digits.zip"),
        };
        var take = CommonOptions.Count("--take", 2000, "How many test digits for the first two tables.");
        var pages = CommonOptions.Count("--pages", 20, "How many pages of each kind.");
        var command = new Command("measure-handwriting", "Measures how well digits on paper are found and prepared.")
        {
            data, model, take, pages,
        };
        command.SetAction(parsed =>
        {
            var digits = DigitRecords.Read(DigitSource.Resolve(parsed.GetRequiredValue(data), DigitPart.Test)).ToArray();
            var network = ModelFile.Load(new MLContext(), parsed.GetRequiredValue(model)).Network;
            DigitRecord[] some = [.. digits.Take(parsed.GetValue(take))];
            PrintThickness(DigitRecords.Read(DigitSource.Resolve(parsed.GetRequiredValue(data), DigitPart.Train)).Take(5000));
            PrintDigits(some, network);
            PrintPens(some, network);
            PrintPages(digits, network, parsed.GetValue(pages));
        });
        return command;
    }

    private static void PrintThickness(IEnumerable<DigitRecord> digits)
    {
        double[] sorted =
        [
            .. digits.Select(digit => StrokeThickness.Of(InkCoverage.Trim(new GreyImage(28, 28, digit.Pixels)))).Order(),
        ];
        Print($"Strokes of {sorted.Length} training digits of MNIST, in pixels of a digit that is 20 long:");
        var (thin, usual, thick) = (sorted[sorted.Length / 20], sorted[sorted.Length / 2], sorted[^(sorted.Length / 20)]);
        Print($"median {usual:F1}, 5 % are thinner than {thin:F1}, 5 % thicker than {thick:F1}\n");
    }

    private static void PrintDigits(DigitRecord[] digits, SigmoidNetworkModelParameters network)
    {
        var prepared = digits.Select(digit => HandwritingReader.PrepareDigit(DigitSheet.Enlarged(digit.Pixels))).ToArray();
        var found = digits.Count(digit => HandwritingReader.FindDigits(DigitSheet.Enlarged(digit.Pixels)).Length == 1);
        Print($"{digits.Length} test digits of MNIST, five times as large on a white sheet\n");
        Print($"read directly           {Share(digits, digit => digit.Pixels, network)}");
        Print($"prepared from the sheet {Share(digits.Zip(prepared), pair => pair.Second.Pixels, network, pair => pair.First)}");
        Print($"found as one digit      {(double)found / digits.Length:P2}\n");
    }

    private static void PrintPens(DigitRecord[] digits, SigmoidNetworkModelParameters network)
    {
        Print($"The same digits written anew with pens of other widths (in pixels of MNIST)\n");
        Print($"| Pen | As it is | Strokes brought near MNIST's |\n| ---: | ---: | ---: |");
        foreach (var pen in Pens)
        {
            var inks = digits.Select(digit => (Record: digit, Ink: Coverage(DigitSheet.WrittenWith(digit.Pixels, pen)))).ToArray();
            var plain = Share(inks, ink => MnistPlacement.Place(ink.Ink), network, ink => ink.Record);
            var adjusted = Share(inks, ink => MnistPlacement.Place(StrokeThickness.Adjust(ink.Ink)), network, ink => ink.Record);
            Print($"| {pen:F1} | {plain} | {adjusted} |");
        }
    }

    private static GreyImage Coverage(GreyImage sheet)
    {
        var plane = InkPlane.Of(sheet)!;
        return InkCoverage.Of(plane, BlobGroup.Of(DigitSelection.WithoutDust(Blobs.Of(plane), plane.StrokeWidth)));
    }

    private static void PrintPages(DigitRecord[] digits, SigmoidNetworkModelParameters network, int count)
    {
        Print($"\n{count} pages of each kind, with MNIST's test digits in five lines\n");
        Print($"| Page | Digits | Found and cut out | In order on | Read right |\n| --- | ---: | ---: | ---: | ---: |");
        foreach (var way in Ways)
        {
            var (all, matched, right, ordered) = (0, 0, 0, 0);
            for (var seed = 0; seed < count; seed++)
            {
                var page = MnistPage.Make(way, digits, seed);
                var found = HandwritingReader.FindDigits(page.Picture);
                var hits = page.Digits.Select(digit => found.FirstOrDefault(other => IsSame(other.Box, digit.Box))).ToArray();
                all += hits.Length;
                matched += hits.Count(hit => hit is not null);
                right += hits.Zip(page.Digits).Count(
                    pair => pair.First is { } hit && Answer(hit.Pixels.Span, network) == pair.Second.Label);
                ordered += hits.Length == found.Length
                    && hits.Select((hit, i) => ReferenceEquals(hit, found[i]) && hit.Line == page.Digits[i].Line).All(same => same)
                    ? 1 : 0;
            }

            Print($"| {way.Name} | {all} | {(double)matched / all:P1} | {ordered} of {count} | {(double)right / all:P1} |");
        }
    }

    /// <summary>Whether two boxes share seven tenths of what they cover together.</summary>
    private static bool IsSame(PictureBox a, PictureBox b)
    {
        var shared = (double)Math.Max(a.SharedColumns(b), 0) * Math.Max(a.SharedRows(b), 0);
        return shared > 0.7 * ((a.Width * a.Height) + (b.Width * b.Height) - shared);
    }

    private static string Share(
        IEnumerable<DigitRecord> digits, Func<DigitRecord, ReadOnlyMemory<byte>> pixels, SigmoidNetworkModelParameters network)
        => Share(digits, pixels, network, digit => digit);

    private static string Share<T>(
        IEnumerable<T> digits,
        Func<T, ReadOnlyMemory<byte>> pixels,
        SigmoidNetworkModelParameters network,
        Func<T, DigitRecord> record)
        => digits.Average(digit => Answer(pixels(digit).Span, network) == record(digit).Label ? 1.0 : 0.0)
            .ToString("P2", CultureInfo.InvariantCulture);

    private static int Answer(ReadOnlySpan<byte> pixels, SigmoidNetworkModelParameters network)
    {
        var features = new float[pixels.Length];
        for (var i = 0; i < features.Length; i++)
            features[i] = (pixels[i] / 255f * 0.99f) + 0.01f;

        // The sums, not the outputs: of a network that is trained by cross-entropy, several outputs can be as good as 1.
        var sums = new float[network.Weights.Outputs];
        network.Weights.Sums(features, sums);
        return Array.IndexOf(sums, sums.Max());
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
