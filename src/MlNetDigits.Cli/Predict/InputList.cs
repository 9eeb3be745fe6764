using System.Collections.Immutable;

namespace MlNetDigits.Cli.Predict;

/// <summary>What was asked for, as files.</summary>
/// <param name="Files">The files to read, each once.</param>
/// <param name="Skipped">What lies beside them and is left alone.</param>
/// <param name="Failed">What is not there, or may not be read.</param>
internal sealed record InputList(
    ImmutableArray<Input> Files, ImmutableArray<FileNote> Skipped, ImmutableArray<InvalidInputException> Failed)
{
    /// <summary>No files.</summary>
    public static InputList Empty { get; } = new([], [], []);

    /// <summary>One file.</summary>
    public static InputList Of(Input file) => Empty with { Files = [file] };

    /// <summary>A file that is left alone, and why.</summary>
    public static InputList Of(FileNote skipped) => Empty with { Skipped = [skipped] };

    /// <summary>No file, and why.</summary>
    public static InputList Of(InvalidInputException failure) => Empty with { Failed = [failure] };

    /// <summary>All, one after the other.</summary>
    public static InputList Of(IEnumerable<InputList> lists)
    {
        InputList[] all = [.. lists];
        return new InputList(
            [.. all.SelectMany(list => list.Files)],
            [.. all.SelectMany(list => list.Skipped)],
            [.. all.SelectMany(list => list.Failed)]);
    }
}
