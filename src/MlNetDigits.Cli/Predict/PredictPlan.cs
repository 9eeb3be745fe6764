using System.Collections.Immutable;

namespace MlNetDigits.Cli.Predict;

/// <summary>What to read.</summary>
/// <param name="ModelPath">The model to read with.</param>
/// <param name="Paths">The files, and the folders whose pictures are meant.</param>
/// <param name="Limit">The most lines to take from a text file.</param>
/// <param name="Prepare">Which pictures are brought into MNIST's form.</param>
/// <param name="Layout">What a picture holds.</param>
/// <param name="Shows">Whether what the network saw is shown of many digits too.</param>
internal sealed record PredictPlan(
    string ModelPath, ImmutableArray<string> Paths, int Limit, PrepareMode Prepare, LayoutMode Layout, bool Shows);
