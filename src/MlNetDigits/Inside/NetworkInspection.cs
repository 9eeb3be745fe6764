using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace MlNetDigits;

/// <summary>What is inside a network, as numbers: its weights, and what its nodes do with records.</summary>
/// <param name="HiddenWeights">W1, the weights from the inputs to the hidden nodes.</param>
/// <param name="OutputWeights">W2, the weights from the hidden nodes to the outputs.</param>
/// <param name="HiddenNodes">The hidden nodes in their order.</param>
/// <param name="Activity">What the nodes put out over the records that were shown; null if none were given.</param>
public sealed record NetworkInspection(
    LayerWeights HiddenWeights,
    LayerWeights OutputWeights,
    ImmutableArray<HiddenNode> HiddenNodes,
    NetworkActivity? Activity)
{
    /// <summary>Looks at the weights only.</summary>
    /// <param name="network">The network.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <returns>An inspection without <see cref="Activity"/>.</returns>
    /// <exception cref="ArgumentException">An option is wrong.</exception>
    public static NetworkInspection Of(NetworkWeights network, InspectionOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(network);
        var checkedOptions = Checked(options);
        return new NetworkInspection(
            LayerWeights.Of(network.HiddenWeights.Span, checkedOptions),
            LayerWeights.Of(network.OutputWeights.Span, checkedOptions),
            [.. Enumerable.Range(0, network.HiddenNodes).Select(node => Node(network, node))],
            Activity: null);
    }

    /// <summary>Looks at the weights, and at what the nodes do with records in memory.</summary>
    /// <param name="network">The network.</param>
    /// <param name="rows">The records, row-major <c>[n, Inputs]</c>, scaled as in training.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <returns>The inspection.</returns>
    /// <exception cref="ArgumentException">The length is not of whole records, or an option is wrong.</exception>
    public static NetworkInspection Of(
        NetworkWeights network, ReadOnlySpan<float> rows, InspectionOptions? options = null)
    {
        var inspection = Of(network, options);
        if (rows.Length % network.Inputs != 0)
            throw new ArgumentException($"{rows.Length} features are not whole records of {network.Inputs}.", nameof(rows));

        var recorder = new ActivityRecorder(network, Checked(options));
        for (; !rows.IsEmpty; rows = rows[network.Inputs..])
            recorder.Show(rows[..network.Inputs]);
        return inspection with { Activity = recorder.ToActivity() };
    }

    /// <summary>Looks at the weights of a model, and at what its nodes do with the rows of a data set.</summary>
    /// <param name="model">A model that has a SigmoidNetwork, as a fitted pipeline or from a file.</param>
    /// <param name="data">The rows that the model takes, gone through once; a label is not needed.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <returns>The inspection.</returns>
    /// <exception cref="ArgumentException">The model has no such network, or an option is wrong.</exception>
    public static NetworkInspection Of(ITransformer model, IDataView data, InspectionOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(data);
        var network = ModelParts.Network(model)?.Weights
            ?? throw new ArgumentException("The model has no SigmoidNetwork.", nameof(model));

        var inspection = Of(network, options);
        var recorder = new ActivityRecorder(network, Checked(options));
        var (rows, column) = ModelParts.Features(model, data);
        using var cursor = rows.GetRowCursor([rows.Schema[column]]);
        var getFeatures = cursor.GetGetter<VBuffer<float>>(rows.Schema[column]);
        var features = default(VBuffer<float>);
        while (cursor.MoveNext())
        {
            getFeatures(ref features);
            recorder.Show(features);
        }

        return inspection with { Activity = recorder.ToActivity() };
    }

    private static InspectionOptions Checked(InspectionOptions? options)
        => (options ?? new InspectionOptions()) is var given && given.FindProblems() is { Count: > 0 } problems
            ? throw new ArgumentException(string.Join(' ', problems), nameof(options))
            : given;

    private static HiddenNode Node(NetworkWeights network, int node)
    {
        var outputs = network.OutputWeights;
        return new HiddenNode(
            node,
            ValueSummary.Of(network.HiddenWeights.Span.Slice(node * network.Inputs, network.Inputs)),
            [.. Enumerable.Range(0, network.Outputs).Select(output => outputs.Span[(output * network.HiddenNodes) + node])]);
    }
}
