using Microsoft.ML;

namespace MlNetDigits;

/// <summary>A data set of labelled digits, checked and ready for ML.NET.</summary>
/// <param name="View">The rows: <see cref="DigitFormat.LabelColumn"/>, a key of the names of
/// the classes in their order, which are <see cref="DigitFormat.ClassNames"/> unless others are asked for;
/// <see cref="DigitFormat.PixelsColumn"/>, a vector of 784 <see cref="float"/>, 0 to 255. Files are read anew whenever the
/// rows are gone through if they hold more than 256 MB of pixels, or pixels of CSV that are not whole; otherwise the pixels
/// are kept in memory.</param>
/// <param name="Counts">How many rows there are, in all and of each class.</param>
/// <param name="Source">The files that the rows come from.</param>
public sealed record DigitData(IDataView View, DigitCounts Counts, DigitSource Source)
{
    /// <summary>Finds, checks and opens a data set.</summary>
    /// <param name="ml">The ML.NET context.</param>
    /// <param name="path">A CSV file, an IDX images file, an .npz file or a folder; see <see cref="DigitSource.Resolve"/>.</param>
    /// <param name="part">The part to take from a folder; of no meaning for a file.</param>
    /// <param name="options">What people say of the data that the files do not; null for nothing.</param>
    /// <returns>The data set; every value has been looked at once.</returns>
    /// <exception cref="InvalidInputException">The data is missing, or something in it is wrong.</exception>
    public static DigitData Load(
        MLContext ml, string path, DigitPart part = DigitPart.Train, DigitDataOptions? options = null)
        => Load(ml, DigitSource.Resolve(path, part), options);

    /// <summary>Checks and opens a data set.</summary>
    /// <param name="ml">The ML.NET context.</param>
    /// <param name="source">The files.</param>
    /// <param name="options">What people say of the data that the files do not; null for nothing.</param>
    /// <returns>The data set; every value has been looked at once.</returns>
    /// <exception cref="InvalidInputException">Something in the data is wrong.</exception>
    public static DigitData Load(MLContext ml, DigitSource source, DigitDataOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(ml);
        ArgumentNullException.ThrowIfNull(source);
        switch (source)
        {
            case CsvSource csv:
                var read = CheckedCsv.Read(csv.Path, options ?? DigitDataOptions.Default);
                return new DigitData(CsvDataView.Open(ml, read, options?.Classes ?? DigitClasses.Digits), read.Counts, source);
            case IdxSource idx:
                return OfArrays(IdxFile.ArraysOf(idx), source, options);
            case NpzSource npz:
                return OfArrays(NpzFile.ArraysOf(npz, options), source, options);
            default:
                throw new ArgumentException($"There is no reader for {source.GetType().Name}.", nameof(source));
        }
    }

    /// <summary>Turns records in memory, such as pictures that were just drawn, into a data set's rows.</summary>
    /// <param name="ml">The ML.NET context.</param>
    /// <param name="records">The digits; gone through anew whenever the rows are.</param>
    /// <param name="classes">The classes that they may be of; null for the ten digits.</param>
    /// <returns>
    /// The rows, with the columns of <see cref="View"/>. Going through them throws an <see cref="ArgumentException"/> at a
    /// record that has not 784 pixels or the label of no class.
    /// </returns>
    public static IDataView FromRecords(MLContext ml, IEnumerable<DigitRecord> records, DigitClasses? classes = null)
    {
        ArgumentNullException.ThrowIfNull(ml);
        ArgumentNullException.ThrowIfNull(records);
        return new DigitDataView(records, classes ?? DigitClasses.Digits);
    }

    /// <summary>
    /// Makes the labels as text, "0" to "9" or others, a key. The keys are given, not learnt: by order of appearance or from
    /// data that lacks a class they would mean something else in each data set.
    /// </summary>
    internal static IDataView WithLabelKey(MLContext ml, IDataView textLabels, string textColumn, DigitClasses classes)
    {
        var labels = classes.Labels.ToDictionary(classes.IndexOf, label => DigitClasses.NameOf(label));

        // A class that the labels do not tell of has its place all the same.
        var texts = Enumerable.Range(0, classes.Count).Select(index => new LabelName { Value = labels.GetValueOrDefault(index, $"class {index}") });
        return ml.Transforms.Conversion
            .MapValueToKey(DigitFormat.LabelColumn, textColumn, keyData: ml.Data.LoadFromEnumerable(texts))
            .Append(ml.Transforms.SelectColumns(DigitFormat.LabelColumn, DigitFormat.PixelsColumn))
            .Fit(textLabels)
            .Transform(textLabels);
    }

    private static DigitData OfArrays(DigitArrays arrays, DigitSource source, DigitDataOptions? options)
    {
        var digits = CheckedArrays.Read(arrays, options);
        return new DigitData(new DigitDataView(digits.Records, options?.Classes ?? DigitClasses.Digits), digits.Counts, source);
    }

    private sealed class LabelName
    {
        public string Value { get; set; } = "";
    }
}
