using System.Collections;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;

namespace MlNetDigits;

/// <summary>
/// A model of digits that also wants a label column, as each does that has <c>MapValueToKey</c> in its pipeline. It gets one
/// made of the digits' label, and the digits keep theirs: what is a class that the model does not know is no label to it.
/// </summary>
/// <param name="env">The context.</param>
/// <param name="model">The model; saving saves it alone.</param>
/// <param name="inputs">The columns of the data that it was trained on.</param>
internal sealed class SuppliedModel(IHostEnvironment env, ITransformer model, DataViewSchema inputs)
    : ITransformer, IEnumerable<ITransformer>
{
    private readonly SuppliedColumns _supply = new(env, inputs);

    /// <inheritdoc/>
    public bool IsRowToRowMapper => false;

    /// <inheritdoc/>
    public DataViewSchema GetOutputSchema(DataViewSchema inputSchema) => Transform(new EmptyDataView(env, inputSchema)).Schema;

    /// <inheritdoc/>
    public IRowToRowMapper GetRowToRowMapper(DataViewSchema inputSchema)
        => throw new NotSupportedException("A label is supplied for whole data sets, not for a row.");

    /// <inheritdoc/>
    public IDataView Transform(IDataView input) => SuppliedColumns.Restore(model.Transform(_supply.Transform(input)));

    /// <inheritdoc/>
    public void Save(ModelSaveContext ctx) => model.Save(ctx);

    /// <inheritdoc/>
    public IEnumerator<ITransformer> GetEnumerator() => ((IEnumerable<ITransformer>)[_supply, model]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
