using System.Collections.Immutable;

namespace MlNetDigits;

/// <summary>The files that a data set is read from: a <see cref="CsvSource"/>, an <see cref="IdxSource"/> or an
/// <see cref="NpzSource"/>.</summary>
public abstract record DigitSource
{
    private protected DigitSource()
    {
    }

    /// <summary>The files, the images before the labels.</summary>
    public abstract ImmutableArray<string> Files { get; }

    /// <summary>Finds out what a path means. Only names and the first bytes are looked at.</summary>
    /// <param name="path">A CSV file; an IDX images file, raw or gzip, whose labels lie beside it under the usual name
    /// (<c>labels-idx1</c> for <c>images-idx3</c>); an .npz file of numpy's or Keras's; or a folder that holds MNIST, the
    /// sample or one of EMNIST's or QMNIST's sets under the usual names.</param>
    /// <param name="part">The part to take from a folder or an .npz file; of no meaning for another file.</param>
    /// <returns>The files; that they are right is not checked yet.</returns>
    /// <exception cref="InvalidInputException">Nothing of the sort is there; the message lists what was looked for.
    /// </exception>
    public static DigitSource Resolve(string path, DigitPart part = DigitPart.Train)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return Directory.Exists(path) ? DigitFolder.Find(path, part) : DigitFile.Find(path, part);
    }

    /// <summary>Whether a folder, or an .npz file, holds a part of a data set.</summary>
    /// <param name="folder">The folder or file; a file of another kind has no parts.</param>
    /// <param name="part">The part.</param>
    /// <returns>Whether a file, or arrays, with one of the usual names is there; that it is right is not checked.</returns>
    public static bool FolderHas(string folder, DigitPart part)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        return Directory.Exists(folder) ? DigitFolder.Has(folder, part) : DigitFile.IsNpz(folder) && NpzFile.Has(folder, part);
    }
}

/// <summary>A text file with one line a digit.</summary>
/// <param name="Path">The file.</param>
public sealed record CsvSource(string Path) : DigitSource
{
    /// <inheritdoc/>
    public override ImmutableArray<string> Files => [Path];
}

/// <summary>A pair of files in MNIST's own format, each raw or gzip.</summary>
/// <param name="Images">The images file.</param>
/// <param name="Labels">The labels file.</param>
public sealed record IdxSource(string Images, string Labels) : DigitSource
{
    /// <inheritdoc/>
    public override ImmutableArray<string> Files => [Images, Labels];
}

/// <summary>Two arrays of a file that numpy's <c>savez</c> has written, as Keras's <c>mnist.npz</c> is.</summary>
/// <param name="Path">The file.</param>
/// <param name="Images">The name of the array of pictures, such as <c>x_train</c>.</param>
/// <param name="Labels">The name of the array of labels, such as <c>y_train</c>.</param>
public sealed record NpzSource(string Path, string Images, string Labels) : DigitSource
{
    /// <inheritdoc/>
    public override ImmutableArray<string> Files => [Path];
}
