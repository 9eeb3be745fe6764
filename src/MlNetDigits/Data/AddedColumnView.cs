using Microsoft.ML;
using Microsoft.ML.Data;

namespace MlNetDigits;

/// <summary>Rows with one more column, made of each row as it is read; it hides a column of the same name.</summary>
/// <remarks>A view of our own: ML.NET's custom mappings make no keys of which the values are those of another column.</remarks>
internal sealed class AddedColumnView : IDataView
{
    private readonly IDataView _source;
    private readonly DataViewSchema.Column? _from;
    private readonly Func<DataViewRow, Delegate> _open;

    /// <summary>Makes a view of the same rows.</summary>
    /// <param name="source">The rows.</param>
    /// <param name="column">The name and the type of the column, and its annotations.</param>
    /// <param name="from">The column that it is made of; null if it is made of nothing.</param>
    /// <param name="open">Gives the column's <see cref="ValueGetter{TValue}"/> for a row of the source.</param>
    public AddedColumnView(
        IDataView source,
        DataViewSchema.DetachedColumn column,
        DataViewSchema.Column? from,
        Func<DataViewRow, Delegate> open)
    {
        (_source, _from, _open) = (source, from, open);
        var schema = new DataViewSchema.Builder();
        foreach (var known in source.Schema)
            schema.AddColumn(known.Name, known.Type, known.Annotations);
        schema.AddColumn(column.Name, column.Type, column.Annotations);
        Schema = schema.ToSchema();
    }

    /// <inheritdoc/>
    public DataViewSchema Schema { get; }

    /// <inheritdoc/>
    public bool CanShuffle => _source.CanShuffle;

    private int Added => _source.Schema.Count;

    /// <inheritdoc/>
    public long? GetRowCount() => _source.GetRowCount();

    /// <inheritdoc/>
    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null)
    {
        DataViewSchema.Column[] needed = [.. columnsNeeded];
        return new Cursor(this, _source.GetRowCursor(InSource(needed), rand), IsAddedIn(needed));
    }

    /// <inheritdoc/>
    public DataViewRowCursor[] GetRowCursorSet(
        IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null)
    {
        DataViewSchema.Column[] needed = [.. columnsNeeded];
        return [.. _source.GetRowCursorSet(InSource(needed), n, rand).Select(cursor => new Cursor(this, cursor, IsAddedIn(needed)))];
    }

    private bool IsAddedIn(DataViewSchema.Column[] columns) => columns.Any(column => column.Index == Added);

    private DataViewSchema.Column[] InSource(DataViewSchema.Column[] columns) =>
    [
        .. columns.Where(column => column.Index < Added).Select(column => _source.Schema[column.Index])
            .Concat(_from is { } from && IsAddedIn(columns) ? [from] : [])
            .DistinctBy(column => column.Index),
    ];

    private sealed class Cursor(AddedColumnView view, DataViewRowCursor source, bool isAddedActive) : DataViewRowCursor
    {
        public override DataViewSchema Schema => view.Schema;

        public override long Position => source.Position;

        public override long Batch => source.Batch;

        public override bool MoveNext() => source.MoveNext();

        public override bool IsColumnActive(DataViewSchema.Column column)
            => column.Index == view.Added ? isAddedActive : source.IsColumnActive(source.Schema[column.Index]);

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
        {
            if (column.Index != view.Added)
                return source.GetGetter<TValue>(source.Schema[column.Index]);
            if (!isAddedActive)
                throw new ArgumentOutOfRangeException(nameof(column), $"The cursor was not asked for the column '{column.Name}'.");
            return view._open(source) as ValueGetter<TValue>
                ?? throw new InvalidOperationException($"The column '{column.Name}' is {column.Type}, not {typeof(TValue)}.");
        }

        public override ValueGetter<DataViewRowId> GetIdGetter() => source.GetIdGetter();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                source.Dispose();
            base.Dispose(disposing);
        }
    }
}
