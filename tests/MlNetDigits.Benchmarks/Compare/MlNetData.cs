using Microsoft.ML;

namespace MlNetDigits.Benchmarks;

/// <summary>
/// MNIST as a user of ML.NET has it: a view with a key label, and pixels that a first transform scales.
/// </summary>
internal static class MlNetData
{
    public static IDataView Open(MLContext ml, string folder, DigitPart part, int? count = null)
    {
        var data = DigitData.Load(ml, folder, part);
        if (count > data.Counts.Rows)
            throw new InvalidInputException(folder, $"holds {data.Counts.Rows} digits, not {count}");
        return count is null ? data.View : ml.Data.TakeRows(data.View, count.Value);
    }

    public static double TestAccuracy(MLContext ml, ITransformer model, string folder)
        => ml.MulticlassClassification.Evaluate(model.Transform(Open(ml, folder, DigitPart.Test))).MicroAccuracy;
}
