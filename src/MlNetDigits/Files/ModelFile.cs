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
    /// <returns>The model, checked: it takes 784 pixels and ends in a network of ten classes.</returns>
    /// <exception cref="InvalidInputException">The file is not there, or is not such a model.</exception>
    public static DigitModel Load(MLContext mlContext, string path)
    {
        ArgumentNullException.ThrowIfNull(mlContext);
        ArgumentException.ThrowIfNullOrEmpty(path);

        using var file = InputFile.Open(path);
        ModelArchive.Check(path, file);
        var (model, schema) = LoadAny(mlContext, path, file);
        var network = NetworkOf(model)
            ?? throw OtherKind(path, "does not end in a SigmoidNetwork");
        return schema is not null && IsDigits(schema, network) && ClassNamesOf(mlContext, model) is { } names
            ? new DigitModel(path, model, schema, network, names)
            : throw OtherKind(
                path,
                $"takes something else than {DigitFormat.Pixels} values of {DigitFormat.PixelsColumn} for "
                    + $"{DigitFormat.Classes} classes");
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
                "is a zip archive, but not a model that ML.NET can load; give one that 'digits train' has saved",
                innerException: exception);
        }
    }

    private static SigmoidNetworkModelParameters? NetworkOf(ITransformer model) => model switch
    {
        TransformerChain<ITransformer> chain => NetworkOf(chain.LastTransformer),
        ISingleFeaturePredictionTransformer<object> { Model: SigmoidNetworkModelParameters network } => network,
        _ => null,
    };

    private static bool IsDigits(DataViewSchema schema, SigmoidNetworkModelParameters network)
        => schema.GetColumnOrNull(DigitFormat.PixelsColumn)?.Type
                is VectorDataViewType { Size: DigitFormat.Pixels, ItemType: NumberDataViewType { RawType: var type } }
            && type == typeof(float)
            && network.Weights is { Inputs: DigitFormat.Pixels, Outputs: DigitFormat.Classes };

    /// <summary>The names of the scores of digits; null if the model wants more columns than digits have.</summary>
    private static ImmutableArray<string>? ClassNamesOf(MLContext mlContext, ITransformer model)
    {
        try
        {
            var score = model.GetOutputSchema(DigitData.FromRecords(mlContext, []).Schema)[DefaultColumnNames.Score];
            if (!score.HasSlotNames())
                return DigitFormat.ClassNames;

            var names = default(VBuffer<ReadOnlyMemory<char>>);
            score.GetSlotNames(ref names);
            return [.. names.DenseValues().Select(name => name.ToString())];
        }
        catch (ArgumentOutOfRangeException)
        {
            // ML.NET's way of saying that an input column is not there, or is of another type.
            return null;
        }
    }

    private static InvalidInputException OtherKind(string path, string reason)
        => new(path, $"is another kind of ML.NET model: it {reason}; give one that 'digits train' has saved");
}
