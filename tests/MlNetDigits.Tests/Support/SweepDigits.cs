using Microsoft.ML;
using MlNetDigits.Training;

namespace MlNetDigits.Tests.Support;

/// <summary>Small sweeps on the embedded sample, and the same trainings one by one through ML.NET.</summary>
internal static class SweepDigits
{
    public const int TrainingRows = 300;
    public const int TestRows = 200;

    /// <summary>Two networks, two rates, two seeds: eight trainings of three epochs.</summary>
    public static SweepGrid Grid { get; } = new()
    {
        HiddenNodes = [10, 20],
        LearningRates = [0.1f, 0.3f],
        Epochs = [1, 2, 3],
        Seeds = 2,
        FirstSeed = 5,
    };

    /// <summary>The first rows of the sample.</summary>
    public static SweepData Data(bool withTest = true)
    {
        var ml = new MLContext(seed: 1);
        return SweepData.Read(
            ml, Scaled(ml, TestDigits.Train, TrainingRows), withTest ? Scaled(ml, TestDigits.Test, TestRows) : null);
    }

    /// <summary>Everything that was measured, as text that is equal only if every bit is.</summary>
    public static string[] Measured(SweepResult result)
        => [.. result.Runs.SelectMany(run => run.Measurements.Select(measured => $"{run.Run} {measured} {measured.Error:R} {measured.TrainingError:R}"))];

    /// <summary>
    /// The right answers of a cell's networks, one a seed: each trained by the catalog's trainer for just so many epochs
    /// and counted by ML.NET's evaluation.
    /// </summary>
    public static IEnumerable<long> RightByMlNet(SweepGrid grid, SweepCell cell) => grid.AllSeeds.Select(seed =>
    {
        var ml = new MLContext(seed);
        var options = grid.Options with { HiddenNodes = cell.HiddenNodes, LearningRate = cell.LearningRate, Epochs = cell.Epochs };
        var model = DigitView.Pipeline(ml, options).Fit(DigitView.Create(ml, TestDigits.Train, TrainingRows));
        var metrics = ml.MulticlassClassification.Evaluate(model.Transform(DigitView.Create(ml, TestDigits.Test, TestRows)));
        return (long)metrics.ConfusionMatrix.Counts.Select((row, label) => row[label]).Sum();
    });

    private static IDataView Scaled(MLContext ml, TestDigits digits, int count)
    {
        var rows = DigitView.Create(ml, digits, count);
        return ml.Transforms.ScalePixels().Fit(rows).Transform(rows);
    }
}
