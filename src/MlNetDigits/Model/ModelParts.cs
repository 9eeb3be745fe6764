using Microsoft.ML;

namespace MlNetDigits;

/// <summary>Takes a model apart: a chain of transformers, one of them a network.</summary>
internal static class ModelParts
{
    /// <summary>The network of a model, the last if there are more; null if there is none.</summary>
    public static SigmoidNetworkModelParameters? Network(ITransformer model)
        => Leaves(model).Select(NetworkOf).LastOrDefault(network => network is not null);

    /// <summary>Whether a model's network is its last step, so that it gives the predicted label as a key.</summary>
    public static bool EndsInNetwork(ITransformer model) => NetworkOf(Leaves(model).LastOrDefault()) is not null;

    /// <summary>The formula by which a model scales pixels; null if it scales none.</summary>
    public static PixelScaling? Scaling(ITransformer model)
        => Leaves(model).OfType<PixelScalingTransformer>().LastOrDefault()?.Scaling;

    /// <summary>The rows as they reach the network of a model that has one, and the column that it looks at.</summary>
    public static (IDataView Rows, string Column) Features(ITransformer model, IDataView data)
    {
        ITransformer[] leaves = [.. Leaves(model)];
        var network = Array.FindLastIndex(leaves, leaf => NetworkOf(leaf) is not null);
        return (
            leaves[..network].Aggregate(data, (rows, step) => step.Transform(rows)),
            ((ISingleFeaturePredictionTransformer<object>)leaves[network]).FeatureColumnName);
    }

    private static SigmoidNetworkModelParameters? NetworkOf(ITransformer? leaf)
        => (leaf as ISingleFeaturePredictionTransformer<object>)?.Model as SigmoidNetworkModelParameters;

    // A chain may have chains for steps.
    private static IEnumerable<ITransformer> Leaves(ITransformer model)
        => model is IEnumerable<ITransformer> chain ? chain.SelectMany(Leaves) : [model];
}
