using System.Collections.Immutable;
using MlNetDigits.Cli.CommandLine;

namespace MlNetDigits.Cli.Predict;

/// <summary>Finds the files that are meant.</summary>
internal static class InputFinder
{
    /// <summary>
    /// A file stands for itself, a folder for its pictures, <c>-</c> for standard input, and a pattern such as
    /// <c>scans/*.png</c> for what it matches, unless something has this very name.
    /// </summary>
    /// <param name="paths">What was typed, as full paths; <c>-</c> and addresses as they are.</param>
    /// <param name="spool">Keeps what can be read once only.</param>
    /// <param name="console">Has standard input.</param>
    public static InputList Find(IEnumerable<string> paths, Spool spool, ToolConsole console)
        => ClassFolders.Put(Once(InputList.Of(paths.Select(path => Find(path, spool, console)))));

    private static InputList Find(string path, Spool spool, ToolConsole console)
    {
        try
        {
            return path == OptionKinds.Standard ? InputList.Of(spool.KeepInput(console))
                : OptionKinds.IsAddress(path) ? throw new InvalidInputException(path, InputFile.NotThere(path))
                : Directory.Exists(path) ? FolderListing.Of(path)
                : File.Exists(path) || new FileInfo(path).LinkTarget is not null ? InputList.Of(spool.Keep(path))
                : Wildcards.Has(path) ? Matches(path)
                : throw new InvalidInputException(path, InputFile.NotThere(path));
        }
        catch (InvalidInputException failure)
        {
            return InputList.Of(failure);
        }
    }

    /// <summary>What a pattern matches is looked through like a folder, but rows of digits are read too.</summary>
    private static InputList Matches(string pattern)
    {
        var (paths, unreadable) = Wildcards.Expand(pattern);
        var failed = unreadable.Select(folder => new InvalidInputException(folder, "may not be read by you")).ToImmutableArray();
        var files = paths.Where(path => !Directory.Exists(path)).ToArray();
        if (files.Length > 0)
        {
            var list = FolderListing.OfFiles(files, readsRows: true);
            return list with
            {
                Failed = list.Files.IsEmpty
                    ? [.. failed, new InvalidInputException(pattern, "matches no picture and no rows of digits")]
                    : failed,
            };
        }

        // Folders that a shell would have named.
        return paths.Count > 0
            ? InputList.Of([.. paths.Select(FolderListing.Of), InputList.Empty with { Failed = failed }])
            : InputList.Empty with { Failed = [.. failed, new InvalidInputException(pattern, "matches no file; check the pattern")] };
    }

    private static InputList Once(InputList list)
    {
        var again = list.Files.GroupBy(file => file.Path).Where(same => same.Count() > 1).Select(same => same.First().Name);
        return list with
        {
            Files = [.. list.Files.DistinctBy(file => file.Path)],
            Skipped = [.. list.Skipped.Distinct(), .. again.Select(path => new FileNote(path, "named more than once, and read once"))],
        };
    }
}
