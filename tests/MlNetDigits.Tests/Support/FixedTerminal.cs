using System.Text;
using Spectre.Console;

namespace MlNetDigits.Tests.Support;

/// <summary>A terminal of 80 columns that asks nothing of the process.</summary>
/// <param name="writer">What is behind it.</param>
internal sealed class FixedTerminal(TextWriter writer) : IAnsiConsoleOutput
{
    /// <inheritdoc/>
    public TextWriter Writer { get; } = writer;

    /// <inheritdoc/>
    public bool IsTerminal => true;

    /// <inheritdoc/>
    public int Width => 80;

    /// <inheritdoc/>
    public int Height => 24;

    /// <summary>Draws on such a terminal, with ANSI codes and 16 colours.</summary>
    public static IAnsiConsole Open(TextWriter writer) => AnsiConsole.Create(new AnsiConsoleSettings
    {
        Out = new FixedTerminal(writer),
        Ansi = AnsiSupport.Yes,
        ColorSystem = ColorSystemSupport.Standard,
        Interactive = InteractionSupport.Yes,
        Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        EnvironmentVariables = [],
    });

    /// <inheritdoc/>
    public void SetEncoding(Encoding encoding)
    {
        // Characters stay characters here.
    }
}
