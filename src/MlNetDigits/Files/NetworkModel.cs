using System.Collections.Immutable;
using Microsoft.ML;

namespace MlNetDigits;

/// <summary>A model of any records that has a network, as <see cref="ModelFile.LoadNetwork"/> found it in a file.</summary>
/// <param name="Path">The file.</param>
/// <param name="Transformer">The model.</param>
/// <param name="Network">Its network, with the weights.</param>
/// <param name="ClassNames">The names of the classes, in the order of the scores; their numbers from 0 if the model
/// does not tell.</param>
public sealed record NetworkModel(
    string Path,
    ITransformer Transformer,
    SigmoidNetworkModelParameters Network,
    ImmutableArray<string> ClassNames);
