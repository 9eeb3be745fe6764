using Spectre.Console;
using Spectre.Console.Rendering;

namespace MlNetDigits.Cli.Train;

/// <summary>
/// How long until a bar is full. Spectre's own column measures each bar by itself, and one that is new knows nothing.
/// </summary>
internal sealed class TimeLeftColumn : ProgressColumn
{
    private const int Width = 8;

    /// <inheritdoc/>
    protected override bool NoWrap => true;

    /// <inheritdoc/>
    public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime)
        => new Text(ShownPace.Of(task).Left, new Style(Color.Blue));

    /// <inheritdoc/>
    public override int? GetColumnWidth(RenderOptions options) => Width;
}
