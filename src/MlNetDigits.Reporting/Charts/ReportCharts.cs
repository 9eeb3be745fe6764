using System.Collections.Immutable;

namespace MlNetDigits.Reporting;

/// <summary>All charts that belong to a report.</summary>
public static class ReportCharts
{
    /// <summary>Draws what there is to draw.</summary>
    /// <param name="report">How the model does.</param>
    /// <param name="history">How training went; null if it is not known.</param>
    /// <returns>
    /// <c>learning-error</c> and, if there was validation, <c>learning-accuracy</c>; <c>confusion</c>; <c>classes</c>.
    /// </returns>
    public static ImmutableArray<NamedChart> Of(ClassificationReport report, TrainingHistory? history = null)
    {
        ArgumentNullException.ThrowIfNull(report);
        var charts = ImmutableArray.CreateBuilder<NamedChart>();
        if (history is { Epochs.IsEmpty: false })
        {
            charts.Add(new("learning-error", LearningCurves.Error(history)));
            if (LearningCurves.Accuracy(history) is { } accuracy)
                charts.Add(new("learning-accuracy", accuracy));
        }

        charts.Add(new("confusion", ConfusionHeatMap.Draw(report.Confusion)));
        charts.Add(new("classes", ClassBars.Draw(report)));
        return charts.ToImmutable();
    }
}
