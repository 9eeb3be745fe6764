namespace MlNetDigits.Cli.Predict;

/// <summary>Sees that files lie in folders that are named by their class, such as <c>test/7/a.png</c>.</summary>
internal static class ClassFolders
{
    /// <summary>
    /// Puts the classes, if all files lie in such folders, side by side, and in more than one: a shell that was given
    /// <c>test/*/*.png</c> names them so.
    /// </summary>
    public static InputList Put(InputList list)
    {
        var folders = list.Files.Select(file => Path.GetDirectoryName(file.Path) ?? "").Distinct().ToArray();
        var isLaidOut = folders.Length > 1
            && folders.All(folder => ClassOf(folder) is not null)
            && folders.Select(Path.GetDirectoryName).Distinct().Count() == 1;
        return isLaidOut
            ? list with { Files = [.. list.Files.Select(file => file with { ClassFolder = ClassOf(Path.GetDirectoryName(file.Path)!) })] }
            : list;
    }

    /// <summary>The class that a folder is named by; null if it is not.</summary>
    public static string? ClassOf(string folder)
        => Path.GetFileName(folder) is var name && DigitFormat.ClassNames.Contains(name) ? name : null;
}
