using Spectre.Console;
using Spectre.Console.Rendering;

namespace MlNetDigits.Cli.Train;

/// <summary>How many records a second training goes through.</summary>
internal sealed class RecordsPerSecondColumn : ProgressColumn
{
    private const int Width = 18;

    /// <inheritdoc/>
    public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime)
        => new Text(ShownPace.Of(task).Speed, new Style(Color.Grey));

    /// <inheritdoc/>
    public override int? GetColumnWidth(RenderOptions options) => Width + 1;
}
