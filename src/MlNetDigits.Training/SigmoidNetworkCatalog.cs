using Microsoft.ML.Data;
using MlNetDigits.Training;

// ML.NET's own name space, so that the method is found wherever ML.NET's trainers are.
namespace Microsoft.ML;

/// <summary>Adds <see cref="SigmoidNetworkTrainer"/> to ML.NET's multiclass trainers.</summary>
public static class SigmoidNetworkCatalog
{
    /// <summary>
    /// Creates a <see cref="SigmoidNetworkTrainer"/>, which predicts a target of several classes with a three-layer
    /// sigmoid network.
    /// </summary>
    /// <param name="catalog">The multiclass trainers.</param>
    /// <param name="labelColumnName">The label column, a key.</param>
    /// <param name="featureColumnName">The feature column, a known-size vector of <see cref="float"/>.</param>
    /// <param name="hiddenNodes">The number of hidden nodes, at least 1.</param>
    /// <param name="learningRate">The learning rate, above 0.</param>
    /// <param name="epochs">How often training goes through the data, at least 1.</param>
    /// <returns>The trainer.</returns>
    /// <exception cref="ArgumentException">Options are wrong; the message lists all of them.</exception>
    /// <example>
    /// <code>
    /// var pipeline = mlContext.Transforms.ScalePixels("Features", "Pixels")
    ///     .Append(mlContext.MulticlassClassification.Trainers.SigmoidNetwork());
    /// var model = pipeline.Fit(trainingData);
    /// </code>
    /// </example>
    public static SigmoidNetworkTrainer SigmoidNetwork(
        this MulticlassClassificationCatalog.MulticlassClassificationTrainers catalog,
        string labelColumnName = DefaultColumnNames.Label,
        string featureColumnName = DefaultColumnNames.Features,
        int hiddenNodes = 200,
        float learningRate = 0.1f,
        int epochs = 5)
        => catalog.SigmoidNetwork(new SigmoidNetworkOptions
        {
            LabelColumnName = labelColumnName,
            FeatureColumnName = featureColumnName,
            HiddenNodes = hiddenNodes,
            LearningRate = learningRate,
            Epochs = epochs,
        });

    /// <summary>Creates a <see cref="SigmoidNetworkTrainer"/> with all its options.</summary>
    /// <param name="catalog">The multiclass trainers.</param>
    /// <param name="options">The options.</param>
    /// <returns>The trainer.</returns>
    /// <exception cref="ArgumentException">Options are wrong; the message lists all of them.</exception>
    public static SigmoidNetworkTrainer SigmoidNetwork(
        this MulticlassClassificationCatalog.MulticlassClassificationTrainers catalog, SigmoidNetworkOptions options)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        return new SigmoidNetworkTrainer(CatalogUtils.GetEnvironment(catalog), options);
    }
}
