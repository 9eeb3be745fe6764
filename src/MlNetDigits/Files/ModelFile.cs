using System.Collections.Immutable;
using System.Reflection;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace MlNetDigits;

/// <summary>Saves models of digits, and loads them with a clear sentence for every file that is none.</summary>
public static class ModelFile
{
    /// <summary>Saves a model in ML.NET's format: the file is there whole, or stays as it was.</summary>
    /// <param name="mlContext">The context.</param>
    /// <param name="model">The model.</param>
    /// <param name="inputSchema">The columns of the data that it was trained on.</param>
    /// <param name="path">The file to make or replace; missing folders are made.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Save(MLContext mlContext, ITransformer model, DataViewSchema inputSchema, string path)
    {
        ArgumentNullException.ThrowIfNull(mlContext);
        AtomicFile.Write(path, stream => mlContext.Model.Save(model, inputSchema, stream));
    }

    /// <summary>Loads a model that reads digits.</summary>
    /// <param name="mlContext">The context.</param>
    /// <param name="path">The file.</param>
    /// <returns>
    /// The model, checked: it takes 784 pixels and ends in a network of two classes or more. A label column that it wants too,
    /// as one with <c>MapValueToKey</c> inside does, is supplied: see <see cref="DigitModel.Transformer"/>.
    /// </returns>
    /// <exception cref="InvalidInputException">The file is not there, or is not such a model.</exception>
    public static DigitModel Load(MLContext mlContext, string path)
    {
        ArgumentNullException.ThrowIfNull(mlContext);
        ArgumentException.ThrowIfNullOrEmpty(path);

        var (model, schema, network) = LoadParts(mlContext, path);
        if (!ModelParts.EndsInNetwork(model))
            throw OtherKind(path, "does not end in a SigmoidNetwork");
        return schema is not null
            && IsDigits(schema, network)
            && ForDigits(mlContext, model, schema) is var (fitting, names)
            ? new DigitModel(path, fitting, schema, network, names)
            : throw OtherKind(
                path,
                $"takes something else than {DigitFormat.Pixels} values of {DigitFormat.PixelsColumn}");
    }

    /// <summary>Loads a model that has a network, whatever records it takes.</summary>
    /// <param name="mlContext">The context.</param>
    /// <param name="path">The file.</param>
    /// <returns>The model.</returns>
    /// <exception cref="InvalidInputException">The file is not there, or is not such a model.</exception>
    public static NetworkModel LoadNetwork(MLContext mlContext, string path)
    {
        ArgumentNullException.ThrowIfNull(mlContext);
        ArgumentException.ThrowIfNullOrEmpty(path);

        var (model, schema, network) = LoadParts(mlContext, path);
        var outputs = network.Weights.Outputs;
        var names = schema is not null && ClassNamesOf(model, schema) is { } found && found.Length == outputs
            ? found
            : ClassNames.OfIndices(outputs);
        return new NetworkModel(path, model, network, names);
    }

    private static (ITransformer Model, DataViewSchema? Schema, SigmoidNetworkModelParameters Network) LoadParts(
        MLContext mlContext, string path)
    {
        using var file = InputFile.Open(path);
        ModelArchive.Check(path, file);
        var (model, schema) = LoadAny(mlContext, path, file);
        return (model, schema, ModelParts.Network(model) ?? throw OtherKind(path, "has no SigmoidNetwork"));
    }

    private static (ITransformer Model, DataViewSchema? Schema) LoadAny(MLContext mlContext, string path, Stream file)
    {
        try
        {
            return (mlContext.Model.Load(file, out var schema), schema);
        }
        catch (Exception exception)
            when (exception is InvalidOperationException or ArgumentException or FormatException
                or TargetInvocationException or IOException)
        {
            // What ML.NET was seen to throw for zip archives that are no models or were tampered with.
            throw new InvalidInputException(
                path,
                LaterModel(exception)?.Reason
                    ?? "is a zip archive, but not a model that ML.NET can load; give one that 'digits train' has saved",
                innerException: exception);
        }
    }

    // ML.NET wraps what a model throws while it is loaded.
    private static LaterModelException? LaterModel(Exception? exception)
        => exception is null or LaterModelException
            ? exception as LaterModelException
            : LaterModel(exception.InnerException);

    private static bool IsDigits(DataViewSchema schema, SigmoidNetworkModelParameters network)
        => schema.GetColumnOrNull(DigitFormat.PixelsColumn)?.Type
                is VectorDataViewType { Size: DigitFormat.Pixels, ItemType: NumberDataViewType { RawType: var type } }
            && type == typeof(float)
            && network.Weights is { Inputs: DigitFormat.Pixels, Outputs: >= 2 };

    /// <summary>The model as it takes digits, with the names of its classes; null if it wants what digits do not have.</summary>
    private static (ITransformer Model, ImmutableArray<string> ClassNames)? ForDigits(
        MLContext mlContext, ITransformer model, DataViewSchema schema)
    {
        var digits = DigitData.FromRecords(mlContext, []).Schema;
        if (ClassNamesOf(model, digits) is { } names)
            return (model, names);
        var supplied = new SuppliedModel(mlContext, model, schema);
        return ClassNamesOf(supplied, digits) is { } others ? (supplied, others) : null;
    }

    /// <summary>The names of the scores; null if the model wants other columns than those given.</summary>
    private static ImmutableArray<string>? ClassNamesOf(ITransformer model, DataViewSchema schema)
    {
        try
        {
            var given = model.GetOutputSchema(schema);
            return ClassNames.OfScores(given)
                ?? ClassNames.OfIndices(((VectorDataViewType)given[DefaultColumnNames.Score].Type).Size);
        }
        catch (Exception exception) when (exception is ArgumentOutOfRangeException or InvalidOperationException)
        {
            // ML.NET's ways of saying that an input column is not there, or is of another type.
            return null;
        }
    }

    private static InvalidInputException OtherKind(string path, string reason)
        => new(path, $"is another kind of ML.NET model: it {reason}; give one that 'digits train' has saved");
}
