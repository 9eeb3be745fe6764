using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;

namespace MlNetDigits;

/// <summary>
/// Turns a vector of raw pixels into features. Nothing is learned from the data: the formula is fixed.
/// </summary>
/// <remarks>
/// <para>Input and output columns: the input is a known-size vector of <see cref="float"/>; so is the output.</para>
/// <list type="table">
/// <item><term>Does this estimator need to look at the data to train its parameters?</term><description>No</description></item>
/// <item><term>Required NuGet in addition to Microsoft.ML</term><description>MlNetDigits</description></item>
/// <item><term>Exportable to ONNX</term><description>No</description></item>
/// </list>
/// <para>Created by <see cref="MlNetDigitsCatalog.ScalePixels"/>.</para>
/// </remarks>
public sealed class PixelScalingEstimator : IEstimator<PixelScalingTransformer>
{
    private readonly IHost _host;
    private readonly string _outputColumnName;
    private readonly string _inputColumnName;
    private readonly PixelScaling _scaling;

    internal PixelScalingEstimator(
        IHostEnvironment env, string outputColumnName, string inputColumnName, PixelScaling scaling)
    {
        _host = env.Register(nameof(PixelScalingEstimator));
        _host.CheckNonWhiteSpace(outputColumnName, nameof(outputColumnName));
        _host.CheckNonWhiteSpace(inputColumnName, nameof(inputColumnName));
        _host.CheckParam(
            float.IsFinite(scaling.Range) && scaling.Range > 0 && float.IsFinite(scaling.Factor) && float.IsFinite(scaling.Offset),
            nameof(scaling),
            "The range must be above 0, and range, factor and offset finite.");
        (_outputColumnName, _inputColumnName, _scaling) = (outputColumnName, inputColumnName, scaling);
    }

    /// <summary>Checks that the input column is there and of the right type, and returns the transformer.</summary>
    /// <param name="input">The data; only its schema is looked at.</param>
    /// <returns>The transformer.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The column is missing or of another type.</exception>
    public PixelScalingTransformer Fit(IDataView input)
    {
        GetOutputSchema(SchemaShape.Create(input.Schema));
        return new PixelScalingTransformer(_host, _outputColumnName, _inputColumnName, _scaling);
    }

    /// <summary>The schema after scaling: the input's with the output column added.</summary>
    /// <param name="inputSchema">The schema before.</param>
    /// <returns>The schema after.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The column is missing or of another type.</exception>
    public SchemaShape GetOutputSchema(SchemaShape inputSchema)
    {
        if (!inputSchema.TryFindColumn(_inputColumnName, out var column))
            throw _host.ExceptSchemaMismatch(nameof(inputSchema), "input", _inputColumnName);
        if (column.Kind != SchemaShape.Column.VectorKind.Vector || column.ItemType != NumberDataViewType.Single)
        {
            throw _host.ExceptSchemaMismatch(
                nameof(inputSchema), "input", _inputColumnName, "Vector<Single>", column.GetTypeString());
        }

        var slotNames = column.Annotations.Where(annotation => annotation.Name == AnnotationUtils.Kinds.SlotNames);
        var output = new SchemaShape.Column(
            _outputColumnName, column.Kind, column.ItemType, isKey: false, new SchemaShape(slotNames));
        return new SchemaShape(inputSchema.Where(other => other.Name != _outputColumnName).Append(output));
    }
}
