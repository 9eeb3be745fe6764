using System.Collections.Immutable;

namespace MlNetDigits;

/// <summary>Reads digits from the files that numpy and Keras write, such as <c>mnist.npz</c>.</summary>
public static class NpzFile
{
    // Those that numpy.savez makes up.
    private const string FirstUnnamed = "arr_0";
    private const string SecondUnnamed = "arr_1";

    /// <summary>The digits of a file, read as they are asked for, each time anew.</summary>
    /// <param name="source">The file and its arrays.</param>
    /// <param name="options">What people say of the data that the file does not; null for nothing.</param>
    /// <returns>The digits; at least one, each with pixels of its own.</returns>
    /// <exception cref="InvalidInputException">Raised while the digits are read: the file is missing, damaged or of another
    /// kind, or the two arrays do not belong together.</exception>
    public static IEnumerable<DigitRecord> Read(NpzSource source, DigitDataOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        return ArraysOf(source, options).Read(options ?? DigitDataOptions.Default);
    }

    /// <summary>The two halves of a source.</summary>
    internal static DigitArrays ArraysOf(NpzSource source, DigitDataOptions? options = null)
    {
        // What is said holds for the numbers as they are; what is to be found out, for the bytes.
        var range = options?.PixelRange is { IsAuto: false } said ? said : null;
        return new(
            source.Path,
            () => new NpyReader(source.Path, source.Images, isPixels: true, range),
            () => new NpyReader(source.Path, source.Labels, isPixels: false))
        {
            AreScaled = range is not null,
        };
    }

    /// <summary>Whether a file holds a part beside another, or could; a file with one set has no parts.</summary>
    internal static bool Has(string path, DigitPart part)
    {
        try
        {
            return Pair(Names(path), part) is not null;
        }
        catch (InvalidInputException)
        {
            // What is wrong is told when it is read.
            return false;
        }
    }

    /// <summary>The arrays of a part; of a file with one set, those.</summary>
    /// <exception cref="InvalidInputException">They are not there.</exception>
    internal static NpzSource Find(string path, DigitPart part)
    {
        var names = Names(path);
        if ((Pair(names, part) ?? Pair(names, null)) is var (images, labels))
            return new NpzSource(path, images, labels);

        var (other, wanted) = part == DigitPart.Train ? ("test", "x_train and y_train") : ("train", "x_test and y_test");
        var hint = Pair(names, part == DigitPart.Train ? DigitPart.Test : DigitPart.Train) is null ? "" : $" (the file holds {other} data only)";
        var found = names.IsEmpty ? "no arrays" : string.Join(", ", names.Take(8).Select(name => $"'{name}'"));
        throw new InvalidInputException(
            path, $"does not hold {wanted}, nor x and y{hint}; it has {found}; save it again with numpy.savez(name, x_train=pictures, y_train=labels)");
    }

    private static ImmutableArray<string> Names(string path)
    {
        using var archive = NpzArchive.Open(path);
        return [.. NpzArchive.Arrays(archive).Select(NpzArchive.NameOf)];
    }

    /// <summary>The arrays of pictures and labels of a part, or of a file without parts; null if they are not there.</summary>
    private static (string Images, string Labels)? Pair(ImmutableArray<string> names, DigitPart? part)
    {
        var roles = names.Select(name => (Name: name, Role: RoleOf(name))).Where(array => array.Role?.Part == part).ToArray();
        string[] images = [.. roles.Where(array => array.Role is { IsPictures: true }).Select(array => array.Name)];
        string[] labels = [.. roles.Where(array => array.Role is { IsPictures: false }).Select(array => array.Name)];
        return (images, labels) is ([var image], [var label]) ? (image, label)
            : part is null && names.Length == 2 && names.Contains(FirstUnnamed) && names.Contains(SecondUnnamed) ? (FirstUnnamed, SecondUnnamed)
            : null;
    }

    /// <summary>What an array is by its name: x_train, train_images, Y-test; null if the name does not tell.</summary>
    private static (DigitPart? Part, bool IsPictures)? RoleOf(string name)
    {
        string[] words = name.ToUpperInvariant().Split((char[])['_', '-', ' ', '.'], StringSplitOptions.RemoveEmptyEntries);
        DigitPart? part = words.Any(word => word is "TRAIN" or "TRAINING") ? DigitPart.Train
            : words.Any(word => word is "TEST" or "TESTING") ? DigitPart.Test
            : null;
        string[] rest = [.. words.Where(word => word is not ("TRAIN" or "TRAINING" or "TEST" or "TESTING"))];
        return rest switch
        {
            ["X" or "IMAGES" or "IMAGE" or "IMGS" or "PICTURES" or "PIXELS" or "DATA" or "FEATURES"] => (part, true),
            ["Y" or "LABELS" or "LABEL" or "TARGETS" or "TARGET" or "CLASSES"] => (part, false),
            _ => null,
        };
    }
}
