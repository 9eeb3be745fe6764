using System.Globalization;

namespace MlNetDigits.Cli.CommandLine;

/// <summary>A folder for everything that came of one piece of work. It is made whole, at the end, and never replaced.</summary>
/// <param name="Path">The folder's full path; it must not be there, or be empty.</param>
internal sealed record NewFolder(string Path)
{
    private bool IsTaken => File.Exists(Path) || (Directory.Exists(Path) && Directory.EnumerateFileSystemEntries(Path).Any());

    /// <summary>What is wrong with the place, or null. Leaves nothing behind.</summary>
    public string? FindProblem(string option) => OutputTarget.FindFolderProblem(option, Path)
        ?? (IsTaken
            ? $"{option} '{Path}' is there already, and what is there is never overwritten; name another folder, such as '{NextFree().Path}'"
            : null);

    /// <summary>Makes the folder.</summary>
    /// <param name="write">Writes the files into the folder that it is given.</param>
    /// <returns>
    /// The folder that was made: another, next to it, if this one has come to be there meanwhile.
    /// </returns>
    /// <exception cref="IOException">It cannot be written. Nothing is left behind.</exception>
    public NewFolder Create(Action<string> write)
    {
        // A folder that is there stays the same one: somebody may stand in it, or it may be the mount of another disk.
        var full = System.IO.Path.TrimEndingDirectorySeparator(Path);
        var isThere = Directory.Exists(full) && !IsTaken;
        var partial = $"{(isThere ? full + System.IO.Path.DirectorySeparatorChar : full)}.{Guid.NewGuid():N}.partial";
        try
        {
            Directory.CreateDirectory(partial);
            write(partial);
            if (isThere && Directory.EnumerateFileSystemEntries(full).Count() == 1)
            {
                foreach (var entry in Directory.GetFileSystemEntries(partial))
                    Directory.Move(entry, System.IO.Path.Combine(full, System.IO.Path.GetFileName(entry)));
                return this;
            }

            var target = IsTaken ? NextFree() : this;
            if (Directory.Exists(target.Path))
                Directory.Delete(target.Path);
            Directory.Move(partial, target.Path);
            return target;
        }
        finally
        {
            if (Directory.Exists(partial))
                Directory.Delete(partial, recursive: true);
        }
    }

    /// <summary>The first of <c>DIR-2</c>, <c>DIR-3</c> ... that is free.</summary>
    public NewFolder NextFree()
    {
        var stem = System.IO.Path.TrimEndingDirectorySeparator(Path);
        return Enumerable.Range(2, int.MaxValue - 2)
            .Select(number => new NewFolder(string.Create(CultureInfo.InvariantCulture, $"{stem}-{number}")))
            .First(folder => !folder.IsTaken);
    }
}
