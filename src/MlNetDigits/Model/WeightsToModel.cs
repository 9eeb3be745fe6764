using Microsoft.ML;
using Microsoft.ML.Data;

namespace MlNetDigits;

/// <summary>Makes ML.NET models of weights, wherever they come from.</summary>
public static class WeightsToModel
{
    /// <summary>Makes the transformer that ML.NET's pipelines score with.</summary>
    /// <param name="weights">The weights.</param>
    /// <param name="mlContext">The context.</param>
    /// <param name="schema">The columns of the data that the network was trained on.</param>
    /// <param name="featureColumnName">The features, a vector of <see cref="float"/> as long as the network's inputs.</param>
    /// <param name="labelColumnName">The label, a key of as many values as outputs: it names the classes.</param>
    /// <param name="scoreNormalization">What the Score column holds.</param>
    /// <returns>The transformer; it adds <c>Score</c> and <c>PredictedLabel</c>.</returns>
    /// <exception cref="ArgumentException">A column is not there, or is of another type or size.</exception>
    public static MulticlassPredictionTransformer<SigmoidNetworkModelParameters> ToTransformer(
        this NetworkWeights weights,
        MLContext mlContext,
        DataViewSchema schema,
        string featureColumnName = DefaultColumnNames.Features,
        string labelColumnName = DefaultColumnNames.Label,
        ScoreNormalization scoreNormalization = ScoreNormalization.None)
    {
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentNullException.ThrowIfNull(mlContext);
        ArgumentNullException.ThrowIfNull(schema);
        if (schema.GetColumnOrNull(featureColumnName)?.Type is not VectorDataViewType { ItemType: var type } features
            || !Equals(type, NumberDataViewType.Single) || features.Size != weights.Inputs)
        {
            throw new ArgumentException($"The network needs a column {featureColumnName} of {weights.Inputs} floats.", nameof(schema));
        }

        if (schema.GetColumnOrNull(labelColumnName)?.Type is not KeyDataViewType label || label.Count != (ulong)weights.Outputs)
            throw new ArgumentException($"The network needs a key column {labelColumnName} of {weights.Outputs} values.", nameof(schema));

        var model = new SigmoidNetworkModelParameters(mlContext, weights, scoreNormalization);
        return new(mlContext, model, schema, featureColumnName, labelColumnName);
    }

    /// <summary>Makes a whole model of digits: from raw pixels to a digit, as <c>digits train</c> saves it.</summary>
    /// <param name="weights">The weights, of 784 inputs and an output for each class.</param>
    /// <param name="mlContext">The context.</param>
    /// <param name="scaling">How pixels were made inputs in training; <see cref="PixelScaling.Classic"/> by default.</param>
    /// <param name="scoreNormalization">What the Score column holds.</param>
    /// <param name="classes">The classes, in the order of the outputs; null for the ten digits.</param>
    /// <returns>The model; it takes the columns of <see cref="DigitData.View"/>.</returns>
    /// <exception cref="ArgumentException">The network is of another size.</exception>
    public static TransformerChain<MulticlassPredictionTransformer<SigmoidNetworkModelParameters>> ToDigitModel(
        this NetworkWeights weights,
        MLContext mlContext,
        PixelScaling? scaling = null,
        ScoreNormalization scoreNormalization = ScoreNormalization.None,
        DigitClasses? classes = null)
    {
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentNullException.ThrowIfNull(mlContext);
        var outputs = (classes ?? DigitClasses.Digits).Count;
        if ((weights.Inputs, weights.Outputs) != (DigitFormat.Pixels, outputs))
            throw new ArgumentException($"A network of such digits has 784 inputs and {outputs} outputs, not {weights.Inputs} and {weights.Outputs}.", nameof(weights));

        var digits = DigitData.FromRecords(mlContext, [], classes);
        var scale = mlContext.Transforms.ScalePixels(scaling: scaling).Fit(digits);
        var network = weights.ToTransformer(
            mlContext, scale.GetOutputSchema(digits.Schema), scoreNormalization: scoreNormalization);
        return new(scale, network);
    }

    /// <summary>Saves a whole model of digits, which <c>digits predict</c> and <see cref="ModelFile.Load"/> take.</summary>
    /// <param name="weights">The weights, of 784 inputs and ten outputs.</param>
    /// <param name="mlContext">The context.</param>
    /// <param name="path">The file to make or replace; missing folders are made.</param>
    /// <param name="scaling">How pixels were made inputs in training; <see cref="PixelScaling.Classic"/> by default.</param>
    /// <param name="scoreNormalization">What the Score column holds.</param>
    /// <param name="classes">The classes, in the order of the outputs; null for the ten digits.</param>
    /// <exception cref="ArgumentException">The network is of another size.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void SaveDigitModel(
        this NetworkWeights weights,
        MLContext mlContext,
        string path,
        PixelScaling? scaling = null,
        ScoreNormalization scoreNormalization = ScoreNormalization.None,
        DigitClasses? classes = null)
        => ModelFile.Save(
            mlContext,
            weights.ToDigitModel(mlContext, scaling, scoreNormalization, classes),
            DigitData.FromRecords(mlContext, [], classes).Schema,
            path);
}
