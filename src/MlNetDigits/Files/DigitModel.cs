using System.Collections.Immutable;
using Microsoft.ML;

namespace MlNetDigits;

/// <summary>A model that reads digits, as <see cref="ModelFile.Load"/> found it in a file.</summary>
/// <param name="Path">The file.</param>
/// <param name="Transformer">
/// The model: takes the column <c>Pixels</c> (784 values, 0 to 255) and adds <c>Score</c> and <c>PredictedLabel</c>. A label
/// column that it was trained with and still wants is made of the rows' <c>Label</c>, in the type that it wants; that column
/// says nothing about the scores.
/// </param>
/// <param name="InputSchema">The columns of the data that it was trained on.</param>
/// <param name="Network">The network at its end, with its weights.</param>
/// <param name="ClassNames">
/// The names of the classes, in the order of the scores: the values of the label that the model was trained on; their
/// numbers from 0 if it does not tell.
/// </param>
public sealed record DigitModel(
    string Path,
    ITransformer Transformer,
    DataViewSchema InputSchema,
    SigmoidNetworkModelParameters Network,
    ImmutableArray<string> ClassNames)
{
    /// <summary>The formula by which the model scales its pixels; null if it prepares them in another way.</summary>
    public PixelScaling? Scaling => ModelParts.Scaling(Transformer);

    /// <summary>
    /// The classes of the model with the labels that stand for them in files, as in the data that it was trained on; null if
    /// it does not tell: a model of named classes that was trained by other means than <c>digits train</c>.
    /// </summary>
    public DigitClasses? Classes => ClassAnnotations.Find(ClassNames, InputSchema);
}
