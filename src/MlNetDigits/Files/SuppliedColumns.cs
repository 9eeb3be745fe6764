using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;

namespace MlNetDigits;

/// <summary>Adds to digits the columns that a model was trained with and that they do not have.</summary>
/// <param name="env">The context.</param>
/// <param name="inputs">The columns that the model was trained with.</param>
internal sealed class SuppliedColumns(IHostEnvironment env, DataViewSchema inputs) : ITransformer
{
    private const string OwnLabel = "MlNetDigits." + DigitFormat.LabelColumn;

    /// <inheritdoc/>
    public bool IsRowToRowMapper => false;

    /// <inheritdoc/>
    public DataViewSchema GetOutputSchema(DataViewSchema inputSchema) => Transform(new EmptyDataView(env, inputSchema)).Schema;

    /// <inheritdoc/>
    public IRowToRowMapper GetRowToRowMapper(DataViewSchema inputSchema)
        => throw new NotSupportedException("Columns are supplied for whole data sets, not for a row.");

    /// <inheritdoc/>
    public IDataView Transform(IDataView input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var label = input.Schema.GetColumnOrNull(DigitFormat.LabelColumn);
        var kept = label is { Type: KeyDataViewType { RawType: var raw } } own && raw == typeof(uint)
            ? Copy(input, own, OwnLabel)
            : input;
        return inputs
            .Where(column => !column.IsHidden && !column.Type.Equals(input.Schema.GetColumnOrNull(column.Name)?.Type))
            .Aggregate(kept, (rows, column) => new AddedColumnView(
                rows,
                new DataViewSchema.DetachedColumn(column.Name, column.Type, column.Annotations),
                label is { } from ? rows.Schema[from.Index] : null,
                row => SuppliedValues.Open(row, label is { } from ? row.Schema[from.Index] : null, column)));
    }

    /// <inheritdoc/>
    public void Save(ModelSaveContext ctx) => throw new NotSupportedException("Only the model itself is saved.");

    /// <summary>Brings the digits' own label back, where a model has made another of what it was given.</summary>
    public static IDataView Restore(IDataView scored)
        => scored.Schema.GetColumnOrNull(OwnLabel) is { } label ? Copy(scored, label, DigitFormat.LabelColumn) : scored;

    private static AddedColumnView Copy(IDataView rows, DataViewSchema.Column column, string name)
        => new(
            rows,
            new DataViewSchema.DetachedColumn(name, column.Type, column.Annotations),
            column,
            row => row.GetGetter<uint>(row.Schema[column.Index]));
}
