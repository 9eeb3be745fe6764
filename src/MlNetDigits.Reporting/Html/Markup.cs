namespace MlNetDigits.Reporting;

/// <summary>
/// A piece of HTML. The only ways to one from text are <see cref="Of"/>, which escapes whatever it is given, and
/// <see cref="Trusted"/>, so that no name of a class or a file can become markup by mistake.
/// </summary>
internal readonly record struct Markup
{
    private readonly string? _text;

    private Markup(string text) => _text = text;

    /// <summary>Nothing.</summary>
    public static Markup None => default;

    /// <summary>HTML with values in it.</summary>
    /// <param name="handler">An interpolated string: what is written out is HTML, what stands in braces is escaped
    /// unless it is markup.</param>
    public static Markup Of(ref MarkupHandler handler) => new(handler.Text);

    /// <summary>Text that is known to be well-formed HTML.</summary>
    public static Markup Trusted(string html) => new(html);

    /// <summary>Pieces one after the other.</summary>
    public static Markup Join(IEnumerable<Markup> pieces) => new(string.Concat(pieces.Select(piece => piece._text)));

    /// <summary>The HTML.</summary>
    public override string ToString() => _text ?? "";
}
