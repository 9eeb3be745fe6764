using System.IO.Enumeration;

namespace MlNetDigits.Cli.Predict;

/// <summary>Patterns such as <c>scans/*.png</c> and <c>scans/**</c>, for shells that pass them on.</summary>
internal static class Wildcards
{
    private static readonly char[] Separators = [Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar];

    /// <summary>Whether a path is a pattern.</summary>
    public static bool Has(string path) => path.AsSpan().IndexOfAny('*', '?') >= 0;

    /// <summary>What a pattern matches: <c>*</c> is anything in a name, <c>?</c> one letter, <c>**</c> any folders.</summary>
    /// <param name="pattern">A full path.</param>
    /// <returns>Files and folders in the order of their names, without hidden ones; and the folders that may not be read.
    /// </returns>
    public static (IReadOnlyList<string> Paths, IReadOnlyList<string> Unreadable) Expand(string pattern)
    {
        var root = Path.GetPathRoot(pattern)!;
        var unreadable = new SortedSet<string>(StringComparer.Ordinal);
        var paths = Below(root, pattern[root.Length..].Split(Separators, StringSplitOptions.RemoveEmptyEntries), unreadable);
        return ([.. paths.Distinct().Order(StringComparer.Ordinal)], [.. unreadable]);
    }

    private static IEnumerable<string> Below(string folder, ReadOnlyMemory<string> parts, ISet<string> unreadable)
    {
        var (part, rest) = (parts.Span[0], parts[1..]);
        if (part == "**")
        {
            var inside = Entries(folder, "*", unreadable);

            // A link may lead back to where it is.
            var folders = inside.Where(entry => Directory.Exists(entry) && new DirectoryInfo(entry).LinkTarget is null);
            var here = rest.IsEmpty ? inside.Where(entry => !Directory.Exists(entry)) : Below(folder, rest, unreadable);
            return here.Concat(folders.SelectMany(next => Below(next, parts, unreadable)));
        }

        IEnumerable<string> found = Has(part) ? Entries(folder, part, unreadable) : [Path.Combine(folder, part)];
        return rest.IsEmpty
            ? found.Where(Path.Exists)
            : found.Where(Directory.Exists).SelectMany(next => Below(next, rest, unreadable));
    }

    private static string[] Entries(string folder, string pattern, ISet<string> unreadable)
    {
        try
        {
            return [.. Directory.EnumerateFileSystemEntries(folder).Where(entry => Matches(Path.GetFileName(entry), pattern))];
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or IOException)
        {
            unreadable.Add(folder);
            return [];
        }
    }

    private static bool Matches(string name, string pattern)
        => (!name.StartsWith('.') || pattern.StartsWith('.'))
            && FileSystemName.MatchesSimpleExpression(pattern, name, ignoreCase: OperatingSystem.IsWindows() || OperatingSystem.IsMacOS());
}
