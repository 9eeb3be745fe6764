using Microsoft.ML;
using Microsoft.ML.Data;

namespace MlNetDigits;

/// <summary>A checked CSV file through ML.NET's text loader.</summary>
internal static class CsvDataView
{
    public static IDataView Open(MLContext ml, CsvSource source, CsvDigitCheck check)
    {
        // The label is read as a number: other programs write 5 as 5.0, which as text would be no digit's name.
        var loader = ml.Data.CreateTextLoader(new TextLoader.Options
        {
            Separators = [','],
            HasHeader = check.HasHeader,

            // The loader takes a line of spaces at the end for one more zero.
            MaxRows = check.Counts.Rows,
            TrimWhitespace = true,
            Columns =
            [
                new TextLoader.Column(DigitFormat.LabelColumn, DataKind.Single, 0),
                new TextLoader.Column(DigitFormat.PixelsColumn, DataKind.Single, 1, DigitFormat.Pixels),
            ],
        });
        var rows = loader.Load(new OneFile(source.Path));
        var textLabels = ml.Transforms.Conversion
            .ConvertType(DigitFormat.LabelColumn, outputKind: DataKind.String)
            .Fit(rows)
            .Transform(rows);
        return new ShapedDataView(DigitData.WithLabelKey(ml, textLabels, DigitFormat.LabelColumn));
    }

    /// <summary>ML.NET's own source takes '+' and '*' in a path for several files.</summary>
    private sealed class OneFile(string path) : IMultiStreamSource
    {
        public int Count => 1;

        public string GetPathOrNull(int index) => path;

        public Stream Open(int index) => InputFile.Open(path);

        public TextReader OpenTextReader(int index) => new StreamReader(Open(index));
    }
}
