namespace MlNetDigits.Reporting;

/// <summary>How training went: charts, and the numbers behind them.</summary>
internal static class CurvesSection
{
    // Drawn small, so that the letters can be read on a phone.
    private const int Width = 520;
    private const int Height = 330;
    private const string Where = "The numbers are in the table below.";

    public static Markup Render(TrainingHistory? history)
    {
        if (history is not { Epochs.IsEmpty: false })
            return Markup.None;

        var epochs = Shown.Counted(history.Epochs.Length, "epoch");
        var hasValidation = history.Best is not null;
        var error = InlineChart.Render(
            LearningCurves.Error(history),
            "error",
            $"Line chart: {(hasValidation ? "training and validation error" : "training error")} of {epochs}. {Where}",
            Width,
            Height);
        var accuracy = LearningCurves.Accuracy(history) is { } chart
            ? InlineChart.Render(chart, "accuracy", $"Line chart: validation accuracy of {epochs}. {Where}", Width, Height)
            : Markup.None;
        return Markup.Of($"""
            <section id="curves">
            <h2>Learning curves</h2>
            <p>{Note(history)}</p>
            <div class="columns">
            <figure class="card">{error}</figure>
            {(hasValidation ? Markup.Of($"""<figure class="card">{accuracy}</figure>""") : Markup.None)}
            </div>
            <details>
            <summary>The numbers</summary>
            <div class="scroll" role="region" aria-label="Epochs" tabindex="0">
            <table class="plain">
            {TableHead.Render("epoch", "training error", "validation error", "validation accuracy", "seconds", "note")}
            <tbody>
            {history.Epochs.Select(epoch => Row(epoch, epoch == history.Best))}</tbody>
            </table>
            </div>
            </details>
            </section>

            """);
    }

    private static Markup Note(TrainingHistory history) => history.Best is { Validation: { } validation } best
        ? Markup.Of($"""
            The best epoch is {Shown.Count("best-epoch", best.Epoch)}, with {Shown.Percentage("best-accuracy", validation.MicroAccuracy)}
            of {Shown.Count("validation-records", validation.Records)} validation records right.
            """)
        : Markup.Of($"Nothing was held back for validation, so the training error alone is shown.");

    private static Markup Row(EpochReport epoch, bool isBest) => Markup.Of($"""
        <tr data-epoch="{epoch.Epoch}"><th scope="row">{epoch.Epoch}</th>
        <td>{Shown.Decimal("training-error", epoch.TrainingError)}</td>
        <td>{Validation(epoch, validation => Shown.Decimal("validation-error", validation.Error))}</td>
        <td>{Validation(epoch, validation => Shown.Percentage("validation-accuracy", validation.MicroAccuracy))}</td>
        <td>{Shown.Short("seconds", epoch.Duration.TotalSeconds)}</td>
        <td>{(isBest ? "best" : "")}{(epoch.IsComplete ? "" : " cut short")}</td></tr>

        """);

    private static Markup Validation(EpochReport epoch, Func<ValidationMetrics, Markup> show)
        => epoch.Validation is { } validation ? show(validation) : Markup.Of($"-");
}
