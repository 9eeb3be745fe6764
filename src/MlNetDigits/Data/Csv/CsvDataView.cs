using Microsoft.ML;
using Microsoft.ML.Data;

namespace MlNetDigits;

/// <summary>A checked CSV file through ML.NET's text loader.</summary>
internal static class CsvDataView
{
    public static IDataView Open(MLContext ml, CheckedCsv csv, DigitClasses classes)
    {
        var loader = ml.Data.CreateTextLoader(new TextLoader.Options
        {
            Separators = [','],
            HasHeader = false,
            Columns =
            [
                new TextLoader.Column(DigitFormat.LabelColumn, DataKind.String, 0),
                new TextLoader.Column(DigitFormat.PixelsColumn, DataKind.Single, 1, DigitFormat.Pixels),
            ],
        });
        return new ShapedDataView(
            DigitData.WithLabelKey(ml, loader.Load(new CanonicalCsv(csv.Rows)), DigitFormat.LabelColumn, classes), classes);
    }
}
