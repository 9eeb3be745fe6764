namespace MlNetDigits.Cli.Predict;

/// <summary>Something to be said of a file.</summary>
/// <param name="File">The file, a full path.</param>
/// <param name="Text">What, in a few words.</param>
internal sealed record FileNote(string File, string Text);
