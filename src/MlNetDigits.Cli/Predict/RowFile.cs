namespace MlNetDigits.Cli.Predict;

/// <summary>A file of rows, each a picture.</summary>
/// <param name="File">The file, as people are told of it.</param>
/// <param name="Unit">What a row is called: <c>line</c> or <c>image</c>.</param>
/// <param name="Rows">How many there are.</param>
/// <param name="Read">How many of them were read.</param>
internal sealed record RowFile(string File, string Unit, int Rows, int Read);
