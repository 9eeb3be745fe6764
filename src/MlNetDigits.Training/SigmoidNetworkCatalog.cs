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
    /// <param name="options">
    /// The options, such as <c>SigmoidNetworkOptions.Accurate with { Epochs = 100 }</c> for handwritten digits.
    /// </param>
    /// <returns>The trainer.</returns>
    /// <exception cref="ArgumentException">Options are wrong; the message lists all of them.</exception>
    public static SigmoidNetworkTrainer SigmoidNetwork(
        this MulticlassClassificationCatalog.MulticlassClassificationTrainers catalog, SigmoidNetworkOptions options)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        return new SigmoidNetworkTrainer(CatalogUtils.GetEnvironment(catalog), options);
    }

    /// <summary>
    /// Creates a <see cref="SigmoidNetworkTrainer"/> that trains a TorchSharp module of yours: after each <c>Fit</c> its
    /// parameters hold what was learned, the weights of the model that <c>Fit</c> returns.
    /// </summary>
    /// <remarks>
    /// <para>
    /// Each <c>Fit</c> starts from the weights that the module has now, a copy of which the trainer keeps, so that the
    /// folds of a cross-validation are independent; to go on from what was learned, make another trainer. A model that is
    /// given to <c>Fit</c> and <see cref="SigmoidNetworkOptions.ResumeFrom"/> stand in place of that copy. If <c>Fit</c>
    /// throws, the module keeps the weights that it had.
    /// </para>
    /// <para>
    /// <see cref="TrainingEngine.Torch"/> trains on the module itself, by automatic differentiation where the rule is a
    /// gradient, and clears its gradients at the end; the parameters must be float32 in the CPU's memory. The managed
    /// engine, which <see cref="TrainingEngine.Auto"/> chooses here too because it is many times as fast, trains beside
    /// the module and loads it at the end, whatever the parameters' type and device. Trainings of the same module wait
    /// for one another.
    /// </para>
    /// </remarks>
    /// <param name="catalog">The multiclass trainers.</param>
    /// <param name="module">
    /// The module; its inputs must be as many as the data's features, its outputs as many as the label's classes. It
    /// stays yours to dispose of.
    /// </param>
    /// <param name="options">
    /// The options; null for the defaults. <see cref="SigmoidNetworkOptions.HiddenNodes"/> is the module's, whose sizes
    /// rule: any other number but the default is a problem, and so are
    /// <see cref="SigmoidNetworkOptions.InitialWeights"/>.
    /// </param>
    /// <returns>The trainer.</returns>
    /// <exception cref="ArgumentException">
    /// Options are wrong or do not fit the module (the message lists all of it:
    /// <see cref="SigmoidNetworkOptions.FindProblems(SigmoidModule)"/>), or one of its weights is not finite.
    /// </exception>
    /// <exception cref="ObjectDisposedException">The module is disposed.</exception>
    /// <example>
    /// <code>
    /// using var module = new SigmoidModule(inputs: 784, hiddenNodes: 200, outputs: 10);
    /// var pipeline = mlContext.Transforms.ScalePixels("Features", "Pixels")
    ///     .Append(mlContext.MulticlassClassification.Trainers.SigmoidNetwork(module));
    /// var model = pipeline.Fit(trainingData);
    /// </code>
    /// </example>
    public static SigmoidNetworkTrainer SigmoidNetwork(
        this MulticlassClassificationCatalog.MulticlassClassificationTrainers catalog,
        SigmoidModule module,
        SigmoidNetworkOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(module);
        return new SigmoidNetworkTrainer(CatalogUtils.GetEnvironment(catalog), options ?? new SigmoidNetworkOptions(), module);
    }
}
