using System.Collections.Immutable;
using MlNetDigits.Cli.CommandLine;

namespace MlNetDigits.Cli.Predict;

/// <summary>What to read.</summary>
/// <param name="ModelPath">The model to read with.</param>
/// <param name="Paths">The files, the folders whose pictures are meant, patterns, and what else can be typed.</param>
/// <param name="Limit">The most rows to take from a file of rows; null for all.</param>
/// <param name="Prepare">Which pictures are brought into MNIST's form.</param>
/// <param name="Layout">What a picture holds.</param>
/// <param name="Shows">Whether what the network saw is shown of many digits too.</param>
internal sealed record PredictPlan(
    string ModelPath, ImmutableArray<string> Paths, int? Limit, PrepareMode Prepare, LayoutMode Layout, bool Shows)
{
    /// <summary>Where the right answers of pictures are looked for.</summary>
    public LabelFrom LabelFrom { get; init; }

    /// <summary>The CSV file to write, or <see cref="OptionKinds.Standard"/> for standard output; null for none.</summary>
    public string? CsvPath { get; init; }

    /// <summary>The CSV file to write; null for none, standard output among it.</summary>
    public string? CsvFilePath => CsvPath == OptionKinds.Standard ? null : CsvPath;

    /// <summary>What is said of files of rows.</summary>
    public DigitDataOptions DataOptions { get; init; } = DigitDataOptions.Default;
}
