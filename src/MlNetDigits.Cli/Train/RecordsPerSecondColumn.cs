using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace MlNetDigits.Cli.Train;

/// <summary>How many records a second a bar moves by.</summary>
internal sealed class RecordsPerSecondColumn : ProgressColumn
{
    private const int Width = 18;

    /// <inheritdoc/>
    public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime)
        => new Text(task.Speed is { } speed ? string.Create(CultureInfo.InvariantCulture, $"{speed,9:N0} records/s") : "", new Style(Color.Grey));

    /// <inheritdoc/>
    public override int? GetColumnWidth(RenderOptions options) => Width + 1;
}
