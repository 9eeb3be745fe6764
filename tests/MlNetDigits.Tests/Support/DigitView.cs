using Microsoft.ML;
using Microsoft.ML.Data;
using MlNetDigits.Training;

namespace MlNetDigits.Tests.Support;

/// <summary>Digits as an ML.NET user has them: rows of raw pixels with a text label, and the usual pipeline.</summary>
internal static class DigitView
{
    /// <summary>The first digits, with Label as a key of the ten names in order.</summary>
    public static IDataView Create(MLContext ml, TestDigits digits, int count)
        => Create(ml, Rows(digits, count));

    /// <summary>The same of any rows with a text Label; a label that is no digit is missing.</summary>
    public static IDataView Create<TRow>(MLContext ml, IEnumerable<TRow> rows)
        where TRow : class
    {
        var data = ml.Data.LoadFromEnumerable(rows);
        var names = ml.Data.LoadFromEnumerable(Enumerable.Range(0, 10).Select(digit => new ClassName { Label = $"{digit}" }));
        return ml.Transforms.Conversion.MapValueToKey("Label", keyData: names).Fit(data).Transform(data);
    }

    /// <summary>Rows as a prediction engine takes them.</summary>
    public static IReadOnlyList<DigitRow> Rows(TestDigits digits, int count) =>
    [
        .. digits.Records.Take(count).Select(record => new DigitRow
        {
            Label = $"{record.Label}",
            Pixels = [.. record.Pixels.Select(pixel => (float)pixel)],
        }),
    ];

    /// <summary>Scaling and the trainer, small enough for a test.</summary>
    public static EstimatorChain<MulticlassPredictionTransformer<SigmoidNetworkModelParameters>> Pipeline(
        MLContext ml, SigmoidNetworkOptions? options = null)
        => ml.Transforms.ScalePixels()
            .Append(ml.MulticlassClassification.Trainers.SigmoidNetwork(options ?? Small));

    /// <summary>Options that learn a few hundred digits in a moment.</summary>
    public static SigmoidNetworkOptions Small { get; } = new() { HiddenNodes = 30, Epochs = 3 };

    private sealed class ClassName
    {
        public string Label { get; set; } = "";
    }
}
