using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;
using MlNetDigits.Training;

namespace MlNetDigits.Tests.Support;

/// <summary>Small records that are easily told apart, whose classes have text and numbers for names.</summary>
internal static class NamedRecords
{
    private const int Features = 5;

    /// <summary>Rows of classes 0 to 4, so often as they are given, in that order.</summary>
    public static IDataView Of(MLContext ml, params IEnumerable<int> classes)
        => ml.Data.LoadFromEnumerable(classes.Select(Make).ToList());

    /// <summary>The classes again and again.</summary>
    public static IEnumerable<int> Repeat(int times, params int[] classes) => Enumerable.Repeat(classes, times).SelectMany(some => some);

    /// <summary>Rows whose label is a key of the values of a column, in the order in which they come.</summary>
    /// <param name="ml">The context.</param>
    /// <param name="column">Text, Number or Word.</param>
    /// <param name="classes">The rows.</param>
    public static IDataView Keyed(MLContext ml, string column, params IEnumerable<int> classes)
    {
        var rows = Of(ml, classes);
        return ml.Transforms.Conversion.MapValueToKey("Label", column).Fit(rows).Transform(rows);
    }

    /// <summary>A trainer that learns them well.</summary>
    public static SigmoidNetworkTrainer Trainer(MLContext ml, SigmoidNetworkOptions? options = null)
        => ml.MulticlassClassification.Trainers.SigmoidNetwork(options ?? Options);

    /// <summary>Its options.</summary>
    public static SigmoidNetworkOptions Options { get; } = new() { HiddenNodes = 8, Epochs = 30, LearningRate = 0.5f };

    private static Row Make(int kind)
    {
        var features = new float[Features];
        features[kind] = 1;
        return new Row
        {
            Text = kind.ToString(CultureInfo.InvariantCulture),
            Number = kind,
            Word = ((string[])["zero", "one", "two", "three", "four"])[kind],
            Features = features,
        };
    }

    private sealed class Row
    {
        public string Text { get; set; } = "";

        public float Number { get; set; }

        public string Word { get; set; } = "";

        [VectorType(NamedRecords.Features)]
        public float[] Features { get; set; } = [];
    }
}
