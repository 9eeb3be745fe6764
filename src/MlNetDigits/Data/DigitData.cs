using Microsoft.ML;

namespace MlNetDigits;

/// <summary>A data set of labelled digits, checked and ready for ML.NET.</summary>
/// <param name="View">The rows: <see cref="DigitFormat.LabelColumn"/>, a key of the ten
/// <see cref="DigitFormat.ClassNames"/> in their order; <see cref="DigitFormat.PixelsColumn"/>, a vector of 784
/// <see cref="float"/>, 0 to 255. A CSV file is read anew whenever the rows are gone through; IDX files are only if they
/// hold more than 256 MB of pixels, and are kept in memory otherwise.</param>
/// <param name="Counts">How many rows there are, in all and of each digit.</param>
/// <param name="Source">The files that the rows come from.</param>
public sealed record DigitData(IDataView View, DigitCounts Counts, DigitSource Source)
{
    /// <summary>Finds, checks and opens a data set.</summary>
    /// <param name="ml">The ML.NET context.</param>
    /// <param name="path">A CSV file, an IDX images file or a folder; see <see cref="DigitSource.Resolve"/>.</param>
    /// <param name="part">The part to take from a folder; of no meaning for a file.</param>
    /// <param name="hasHeader">Whether the first line of a CSV file names the columns; null to find out.</param>
    /// <returns>The data set; every value has been looked at once.</returns>
    /// <exception cref="InvalidInputException">The data is missing, or something in it is wrong.</exception>
    public static DigitData Load(
        MLContext ml, string path, DigitPart part = DigitPart.Train, bool? hasHeader = null)
        => Load(ml, DigitSource.Resolve(path, part), hasHeader);

    /// <summary>Checks and opens a data set.</summary>
    /// <param name="ml">The ML.NET context.</param>
    /// <param name="source">The files.</param>
    /// <param name="hasHeader">Whether the first line of a CSV file names the columns; null to find out.</param>
    /// <returns>The data set; every value has been looked at once.</returns>
    /// <exception cref="InvalidInputException">Something in the data is wrong.</exception>
    public static DigitData Load(MLContext ml, DigitSource source, bool? hasHeader = null)
    {
        ArgumentNullException.ThrowIfNull(ml);
        ArgumentNullException.ThrowIfNull(source);
        switch (source)
        {
            case CsvSource csv:
                var check = CsvDigitChecker.Check(csv.Path, hasHeader);
                return new DigitData(CsvDataView.Open(ml, csv, check), check.Counts, source);
            case IdxSource idx:
                var digits = CheckedIdx.Read(idx);
                return new DigitData(new DigitDataView(digits.Records), digits.Counts, source);
            default:
                throw new ArgumentException($"There is no reader for {source.GetType().Name}.", nameof(source));
        }
    }

    /// <summary>Turns records in memory, such as pictures that were just drawn, into a data set's rows.</summary>
    /// <param name="ml">The ML.NET context.</param>
    /// <param name="records">The digits; gone through anew whenever the rows are.</param>
    /// <returns>
    /// The rows, with the columns of <see cref="View"/>. Going through them throws an <see cref="ArgumentException"/> at a
    /// record that has not 784 pixels or a label above 9.
    /// </returns>
    public static IDataView FromRecords(MLContext ml, IEnumerable<DigitRecord> records)
    {
        ArgumentNullException.ThrowIfNull(ml);
        ArgumentNullException.ThrowIfNull(records);
        return new DigitDataView(records);
    }

    /// <summary>
    /// Makes the text labels "0" to "9" a key. The keys are given, not learnt: by order of appearance or from data
    /// that lacks a digit they would mean something else in each data set.
    /// </summary>
    internal static IDataView WithLabelKey(MLContext ml, IDataView textLabels, string textColumn)
    {
        var names = DigitFormat.ClassNames.Select(name => new LabelName { Value = name });
        return ml.Transforms.Conversion
            .MapValueToKey(DigitFormat.LabelColumn, textColumn, keyData: ml.Data.LoadFromEnumerable(names))
            .Append(ml.Transforms.SelectColumns(DigitFormat.LabelColumn, DigitFormat.PixelsColumn))
            .Fit(textLabels)
            .Transform(textLabels);
    }

    private sealed class LabelName
    {
        public string Value { get; set; } = "";
    }
}
