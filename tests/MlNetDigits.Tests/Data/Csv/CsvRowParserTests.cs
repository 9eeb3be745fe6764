using System.Text;
using CsCheck;
using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Data.Csv;

/// <summary>The quick way through a line and the one for everything say the same.</summary>
public class CsvRowParserTests
{
    private static readonly Gen<string> Value = Gen.Frequency(
        (20, Gen.Const("0")),
        (6, Gen.Int[0, 255].Select(value => $"{value}")),
        (1, Of("", " ", "256", "007", "1.0", "0.5", "-1", "+3", "1e1", "x", "\"9\"", "\"", "0,0", "\t8 ", "999", "0255")));

    [Fact]
    public void Parse_AnyLine_BothWaysAgree()
        => Gen.Select(Value.Array[780, 790], Gen.Int[0, 3], Of("255", "1", "16", "255..0")).ForAll((values, labelPlace, range) =>
        {
            var line = Encoding.UTF8.GetBytes(string.Join(',', values));
            int? label = labelPlace switch { 0 => 0, 1 => 784, 2 => 1, _ => null };
            int[] skipped = labelPlace == 2 ? [0] : [];
            var fields = 784 + (label is null ? 0 : 1) + skipped.Length;
            var layout = new CsvLayout(1, new CsvTop(1, false, [], false), fields, label, [.. skipped], false, PixelRange.Parse(range)!);

            // With an order that changes nothing the quick way is not taken.
            var both = new CsvRow[] { new(), new() };
            var problems = new[] { layout, layout with { Order = [.. Enumerable.Range(0, 784)] } }
                .Zip(both, (one, row) => new CsvRowParser(one, wholeOnly: false).Parse(line, 0, row)).ToArray();

            Assert.Equal(problems[0], problems[1]);
            if (problems[0] is not null)
                return;
            Assert.Equal(both[0].Label, both[1].Label);
            Assert.Equal(both[0].IsWhole, both[1].IsWhole);
            Assert.Equal(both[0].Pixels, both[1].Pixels);
            Assert.Equal(line[both[0].Id], line[both[1].Id]);
        }, count: 2000);

    private static Gen<string> Of(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(index => texts[index]);
}
