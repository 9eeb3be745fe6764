using Microsoft.ML;
using Microsoft.ML.Data;

namespace MlNetDigits;

/// <summary>
/// Digits of which the pixels also tell how many rows and columns they are (<see cref="ImageShapeAnnotation"/>), and the
/// labels what their classes are called (<see cref="ClassAnnotations"/>).
/// </summary>
internal sealed class ShapedDataView : IDataView
{
    private readonly IDataView _source;

    /// <summary>Makes a view of the same rows.</summary>
    /// <param name="source">The rows; their keys are in the order of the classes.</param>
    /// <param name="classes">The classes.</param>
    public ShapedDataView(IDataView source, DigitClasses classes)
    {
        _source = source;
        var schema = new DataViewSchema.Builder();
        foreach (var column in source.Schema)
        {
            var annotations = new DataViewSchema.Annotations.Builder();
            annotations.Add(column.Annotations, kind => column.Name != DigitFormat.LabelColumn || kind != AnnotationUtils.Kinds.KeyValues);
            if (column.Name == DigitFormat.LabelColumn)
                ClassAnnotations.AddTo(annotations, classes);
            if (column.Name == DigitFormat.PixelsColumn)
                ImageShapeAnnotation.AddTo(annotations, DigitFormat.Rows, DigitFormat.Columns);
            schema.AddColumn(column.Name, column.Type, annotations.ToAnnotations());
        }

        Schema = schema.ToSchema();
    }

    /// <inheritdoc/>
    public DataViewSchema Schema { get; }

    /// <inheritdoc/>
    public bool CanShuffle => _source.CanShuffle;

    /// <inheritdoc/>
    public long? GetRowCount() => _source.GetRowCount();

    /// <inheritdoc/>
    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null)
        => new Cursor(Schema, _source.GetRowCursor(InSource(columnsNeeded), rand));

    /// <inheritdoc/>
    public DataViewRowCursor[] GetRowCursorSet(
        IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null)
        => [.. _source.GetRowCursorSet(InSource(columnsNeeded), n, rand).Select(cursor => new Cursor(Schema, cursor))];

    private IEnumerable<DataViewSchema.Column> InSource(IEnumerable<DataViewSchema.Column> columns)
        => [.. columns.Select(column => _source.Schema[column.Index])];

    private sealed class Cursor(DataViewSchema schema, DataViewRowCursor source) : DataViewRowCursor
    {
        public override DataViewSchema Schema => schema;

        public override long Position => source.Position;

        public override long Batch => source.Batch;

        public override bool MoveNext() => source.MoveNext();

        public override bool IsColumnActive(DataViewSchema.Column column) => source.IsColumnActive(source.Schema[column.Index]);

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
            => source.GetGetter<TValue>(source.Schema[column.Index]);

        public override ValueGetter<DataViewRowId> GetIdGetter() => source.GetIdGetter();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                source.Dispose();
            base.Dispose(disposing);
        }
    }
}
