using System.Text;

namespace MlNetDigits.Cli.CommandLine;

/// <summary>The folder that the tool works in: what relative paths start from, and what people need not be told.</summary>
/// <param name="Path">Its full path.</param>
internal sealed record WorkingFolder(string Path)
{
    // What may stand around a path in a sentence, but not within one that is worth a thought.
    private const string Around = "'\"()[]<>,;=";

    // Nothing is left out of a path in a root: without its first letter it would look like a relative one.
    private readonly string? _left = System.IO.Path.GetPathRoot(Path) == Path
        ? null
        : System.IO.Path.TrimEndingDirectorySeparator(Path) + System.IO.Path.DirectorySeparatorChar;

    /// <summary>The full path, the same with and without a separator at its end.</summary>
    /// <param name="path">A path as it is typed.</param>
    /// <exception cref="ArgumentException">It is empty.</exception>
    public string Full(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(path, Path));
    }

    /// <summary>A path as people are told of it: relative to this folder if it lies below it, else as it is.</summary>
    /// <param name="fullPath">A full path.</param>
    public string Shown(string fullPath)
        => _left is not null && fullPath.Length > _left.Length && fullPath.StartsWith(_left, StringComparison.Ordinal)
            ? fullPath[_left.Length..]
            : fullPath;

    /// <summary>A sentence in which each full path that lies below this folder is <see cref="Shown"/>.</summary>
    public string Shorten(string sentence)
    {
        if (_left is null)
            return sentence;

        var shortened = new StringBuilder();
        var copied = 0;
        for (var at = Next(0); at >= 0; at = Next(at + _left.Length))
        {
            if (!IsAround(sentence, at - 1) || IsAround(sentence, at + _left.Length))
                continue;
            shortened.Append(sentence, copied, at - copied);
            copied = at + _left.Length;
        }

        return shortened.Append(sentence, copied, sentence.Length - copied).ToString();

        int Next(int from) => sentence.IndexOf(_left, from, StringComparison.Ordinal);
    }

    private static bool IsAround(string sentence, int index)
        => index < 0 || index >= sentence.Length || char.IsWhiteSpace(sentence[index]) || Around.Contains(sentence[index]);
}
