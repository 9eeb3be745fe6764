using System.Collections.Immutable;
using System.Globalization;
using Microsoft.ML;

namespace MlNetDigits.Cli.CommandLine;

/// <summary>
/// Notices that a shipped model is measured on images that it has learned from. Those are MNIST's training images, which
/// the sample's are too, those of its test part included.
/// </summary>
internal static class LearnedImages
{
    private static readonly EqualityComparer<ReadOnlyMemory<byte>> ByPixels = EqualityComparer<ReadOnlyMemory<byte>>.Create(
        (one, other) => one.Span.SequenceEqual(other.Span), HashOf);

    /// <summary>Loads a data set, and finds out what is to be said before what a model gets right on it.</summary>
    /// <param name="ml">The context.</param>
    /// <param name="source">What the model is measured on.</param>
    /// <param name="options">What is said of that.</param>
    /// <param name="shipped">The shipped models.</param>
    /// <param name="model">The model's file.</param>
    /// <exception cref="InvalidInputException">Something is wrong with the data, or the model is not there.</exception>
    public static (DigitData Data, ImmutableArray<string> Warnings) Load(
        MLContext ml, DigitSource source, DigitDataOptions options, ShippedModels shipped, string model)
    {
        var data = DigitData.Load(ml, source, options);
        return (data, Warnings(shipped, model, data, options));
    }

    /// <summary>What is to be said before what a model gets right on images.</summary>
    /// <param name="shipped">The shipped models.</param>
    /// <param name="model">The model's file.</param>
    /// <param name="count">How many images it is measured on.</param>
    /// <param name="images">[count][784] bytes; gone through up to twice.</param>
    /// <returns>Sentences without a full stop; none if the model is none of the shipped, or knows none of the images.</returns>
    public static ImmutableArray<string> Warnings(
        ShippedModels shipped, string model, int count, IEnumerable<ReadOnlyMemory<byte>> images)
        => count > 0 && shipped.Has(model) && Known(count, images) is > 0 and var known ? [Sentence(known, count)] : [];

    private static ImmutableArray<string> Warnings(ShippedModels shipped, string model, DigitData data, DigitDataOptions options)
    {
        try
        {
            return Warnings(shipped, model, data.Counts.Rows, DigitRecords.Read(data.Source, options).Select(record => record.Pixels));
        }
        catch (InvalidInputException) when (data.Source is CsvSource)
        {
            // The data has been checked, so what is wrong are pixels with fractions. No image of MNIST has such.
            return [];
        }
    }

    private static int Known(int count, IEnumerable<ReadOnlyMemory<byte>> images)
    {
        if (MnistTrainingImages.Are(count, images))
            return count;
        var sample = SampleFolder.Digits().Select(digit => digit.Pixels).ToHashSet(ByPixels);
        return images.Count(sample.Contains);
    }

    private static string Sentence(int known, int count) => string.Create(
        CultureInfo.InvariantCulture,
        $"the model has learned from {(known == count ? "these images" : $"{known} of these {count} images")}, so what it gets right here means nothing; measure it with 'digits evaluate' on MNIST's test part, which 'digits data download' gets (--data data/mnist)");

    private static int HashOf(ReadOnlyMemory<byte> pixels)
    {
        var hash = default(HashCode);
        hash.AddBytes(pixels.Span);
        return hash.ToHashCode();
    }
}
