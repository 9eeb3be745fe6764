using System.Collections.Immutable;
using MlNetDigits.Pictures;

namespace MlNetDigits.Cli.Predict;

/// <summary>What a folder is read as: its pictures, and those of folders in it that are named by their class.</summary>
internal static class FolderListing
{
    // What is taken for a picture by its name alone, if only to be told what is wrong with it.
    private static readonly string[] Endings =
        [".png", ".jpg", ".jpeg", ".jpe", ".jfif", ".webp", ".gif", ".bmp", ".dib", ".tif", ".tiff", ".heic", ".heif", ".avif", ".jxl"];

    private static readonly string[] SystemFiles = ["Thumbs.db", "ehthumbs.db", "desktop.ini", "__MACOSX"];

    /// <summary>Looks through a folder, in the order of the names.</summary>
    public static InputList Of(string folder) => IfReadable(folder, entries =>
    {
        var folders = entries.Where(Directory.Exists).ToArray();
        var isByClass = folders.All(IsClass);
        var list = InputList.Of(
        [
            OfFiles(entries.Except(folders), readsRows: false),
            .. folders.Select(inside => isByClass ? OfClass(inside) : InputList.Of(new FileNote(inside, "a folder (read if named)"))),
        ]);
        return list.Files.IsEmpty && list.Failed.IsEmpty
            ? list with { Failed = [new InvalidInputException(folder, $"the folder holds no picture{Hint(folder, folders)}")] }
            : list;
    });

    /// <summary>The pictures among files.</summary>
    /// <param name="files">Full paths.</param>
    /// <param name="readsRows">Whether rows of digits are read too.</param>
    public static InputList OfFiles(IEnumerable<string> files, bool readsRows)
        => InputList.Of(files.Where(file => !IsHidden(file)).Select(file => OfFile(file, readsRows)));

    private static InputList OfFile(string file, bool readsRows)
    {
        if (Path.GetFileName(file).StartsWith("._", StringComparison.Ordinal))
            return Skipped("a companion file of macOS, no picture");
        if (Endings.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase))
            return InputList.Of(new Input(file, file));
        try
        {
            // Of what has no length of its own, such as a pipe, nobody knows when its first bytes come.
            if (new FileInfo(file).Length == 0)
                return Skipped("empty");
            var isPicture = PictureSignature.IsPicture(FileSignature.ReadStart(file, PictureSignature.Length));
            var isRows = !isPicture && InputKinds.Of(file) != InputKind.Picture;
            return isPicture || (isRows && readsRows) ? InputList.Of(new Input(file, file))
                : Skipped(isRows ? "rows of digits (read if named)" : "no picture that can be read");
        }
        catch (Exception exception) when (exception is InvalidInputException or IOException or UnauthorizedAccessException)
        {
            return Skipped("cannot be read");
        }

        InputList Skipped(string why) => InputList.Of(new FileNote(file, why));
    }

    private static InputList OfClass(string folder) => IfReadable(folder, entries =>
    {
        var list = OfFiles(entries.Where(entry => !Directory.Exists(entry)), readsRows: false);
        return list with
        {
            Files = [.. list.Files.Select(file => file with { ClassFolder = Path.GetFileName(folder) })],
            Skipped = list.Files.IsEmpty ? list.Skipped.Add(new FileNote(folder, "holds no picture")) : list.Skipped,
        };
    });

    private static InputList IfReadable(string folder, Func<string[], InputList> list)
    {
        try
        {
            return list([.. Directory.EnumerateFileSystemEntries(folder).Where(entry => !IsHidden(entry)).Order(StringComparer.Ordinal)]);
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or IOException)
        {
            return InputList.Of(new InvalidInputException(folder, "may not be read by you", innerException: exception));
        }
    }

    /// <summary>Whether a system put it there for itself. Companion files are told of: somebody copied them along.</summary>
    private static bool IsHidden(string path)
    {
        var name = Path.GetFileName(path);
        return SystemFiles.Contains(name, StringComparer.OrdinalIgnoreCase)
            || (!name.StartsWith("._", StringComparison.Ordinal)
                && (name.StartsWith('.') || (OperatingSystem.IsWindows() && File.GetAttributes(path).HasFlag(FileAttributes.Hidden))));
    }

    private static bool IsClass(string folder) => ClassFolders.ClassOf(folder) is not null;

    private static string Hint(string folder, string[] folders) => folders.Length > 0 && !folders.All(IsClass)
        ? $"; name one of those in it, or all pictures below it as '{Path.Combine(folder, "**")}'"
        : " (PNG, JPEG, WebP, GIF or BMP)";
}
