using Microsoft.ML;
using Microsoft.ML.Data;
using MlNetDigits.Reporting;

namespace MlNetDigits.Tests.Support;

/// <summary>
/// A report with every part that a report can have: a model that comes with the project, with mistakes enough to fill them,
/// on digits that come with it (which are among those that it has learned from, so its numbers say nothing about the model).
/// </summary>
public sealed class ReportExample : IDisposable
{
    private static readonly MLContext Ml = new(seed: 1);

    public ReportExample()
    {
        var model = ModelFile.Load(Ml, Path.Combine(AppContext.BaseDirectory, "models", "digits-classic.zip"));
        var data = DigitData.Load(Ml, Path.Combine(AppContext.BaseDirectory, "data", "digits-train.csv"));
        Scored = model.Transformer.Transform(data.View);
        Metrics = Ml.MulticlassClassification.Evaluate(Scored);
        Content = ReportContent.Measure(Ml, model.Transformer, data.View, "Report on digits-classic.zip") with
        {
            Subtitle = "Measured on digits-train.csv",
            History = History,
            Options = [new("Hidden nodes", "200"), new("Learning rate", "0.1"), new("Shuffle", "no")],
            Files = ReportFile.OfData("measured on", data.Source),
            Origin = new ReportOrigin(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(1)), "digits report --data data", "digits 1", "a machine"),
        };
        Page = Folder.Write("report.html", HtmlReport.Render(Content));
    }

    /// <summary>Three epochs, of which the second is the best and the third was cut short.</summary>
    internal static TrainingHistory History { get; } = new(
    [
        Epoch(1, 0.0531234567, new ValidationMetrics(600, 0.951666, 0.0425)),
        Epoch(2, 0.0281234567, new ValidationMetrics(600, 0.973333, 0.0331)),
        Epoch(3, 0.0212345678, null),
    ]);

    internal ReportContent Content { get; }

    /// <summary>What ML.NET says of the same model and data.</summary>
    internal MulticlassClassificationMetrics Metrics { get; }

    internal IDataView Scored { get; }

    /// <summary>The page's file.</summary>
    internal string Page { get; }

    private TemporaryFolder Folder { get; } = new();

    public void Dispose() => Folder.Dispose();

    private static EpochReport Epoch(int epoch, double error, ValidationMetrics? validation) => new(
        epoch,
        epoch * 5400,
        error,
        validation,
        TimeSpan.FromSeconds(0.5 + (epoch / 7.0)),
        TimeSpan.FromSeconds(epoch),
        IsComplete: validation is not null);
}
