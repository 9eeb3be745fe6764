namespace MlNetDigits.Cli.Predict;

/// <summary>The right answer in a file's name, as <c>digits data convert --png</c> writes it.</summary>
internal static class NameLabel
{
    /// <summary>
    /// The digits between the last underscore and the ending, such as 7 of <c>00012_7.png</c> or 31415 of
    /// <c>page_31415.jpg</c>.
    /// </summary>
    /// <returns>The digits; null if there is something else, or nothing.</returns>
    public static string? Of(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        var label = name[(name.LastIndexOf('_') + 1)..];
        return label.Length is > 0 && label.Length < name.Length && label.All(char.IsAsciiDigit) ? label : null;
    }
}
