using Microsoft.ML;
using Microsoft.ML.Data;

namespace MlNetDigits;

/// <summary>A stream of records as ML.NET's rows.</summary>
internal static class RecordDataView
{
    private const string LabelText = "LabelText";

    public static IDataView Open(MLContext ml, IEnumerable<DigitRecord> records)
        => DigitData.WithLabelKey(ml, ml.Data.LoadFromEnumerable(Rows(records)), LabelText);

    // Each cursor enumerates on its own and copies a row before it moves on, so one row is enough for each.
    private static IEnumerable<Row> Rows(IEnumerable<DigitRecord> records)
    {
        var row = new Row();
        foreach (var (index, record) in records.Index())
        {
            record.Check(index + 1L);
            row.LabelText = DigitFormat.ClassNames[record.Label];
            var pixels = record.Pixels.Span;
            for (var i = 0; i < row.Pixels.Length; i++)
                row.Pixels[i] = pixels[i];
            yield return row;
        }
    }

    private sealed class Row
    {
        public string LabelText { get; set; } = "";

        [VectorType(DigitFormat.Pixels)]
        public float[] Pixels { get; } = new float[DigitFormat.Pixels];
    }
}
