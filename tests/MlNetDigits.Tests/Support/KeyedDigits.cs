using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace MlNetDigits.Tests.Support;

/// <summary>Models of digits whose classes stand in the order in which the digits came.</summary>
internal static class KeyedDigits
{
    /// <summary>Digits as an app reads them, with the label as text and as a number.</summary>
    public static IDataView Rows(MLContext ml, int count = 300) => ml.Data.LoadFromEnumerable(
        TestDigits.Train.Records.Skip(3).Take(count).Select(record => new Row
        {
            Digit = $"{record.Label}",
            Number = record.Label,
            Word = ((string[])["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"])[record.Label],
            Pixels = [.. record.Pixels.Select(pixel => (float)pixel)],
        }).ToList());

    /// <summary>Saves a model that was trained on labels which were keyed before.</summary>
    /// <param name="ml">The context.</param>
    /// <param name="column">Digit, Number or Word: what the label is a key of.</param>
    /// <param name="path">The file.</param>
    public static void Save(MLContext ml, string column, string path)
    {
        var rows = Rows(ml);
        var keyed = ml.Transforms.Conversion.MapValueToKey("Label", column).Fit(rows).Transform(rows);
        ml.Model.Save(DigitView.Pipeline(ml).Fit(keyed), keyed.Schema, path);
    }

    /// <summary>Saves a model that makes the key itself, and so wants the column that it is made of.</summary>
    public static void SaveWithKeyInside(MLContext ml, string column, string path)
    {
        var rows = Rows(ml);
        var model = ml.Transforms.Conversion.MapValueToKey("Label", column).Append(DigitView.Pipeline(ml)).Fit(rows);
        ml.Model.Save(model, rows.Schema, path);
    }

    /// <summary>A CSV file of digits.</summary>
    /// <returns>Its full path.</returns>
    public static string WriteCsv(TemporaryFolder folder, string name, IEnumerable<(int Label, byte[] Pixels)> digits)
        => folder.Write(name, string.Concat(digits.Select(digit
            => $"{digit.Label.ToString(CultureInfo.InvariantCulture)},{string.Join(',', digit.Pixels)}\n")));

    private sealed class Row
    {
        public string Digit { get; set; } = "";

        public float Number { get; set; }

        public string Word { get; set; } = "";

        [VectorType(784)]
        public float[] Pixels { get; set; } = [];
    }
}
