using Microsoft.ML;
using Microsoft.ML.Data;

namespace MlNetDigits;

/// <summary>Records as ML.NET's rows, with the columns of <see cref="DigitData.View"/>.</summary>
/// <remarks>A view of our own: ML.NET's rows of objects cost more than reading them from a packed file.</remarks>
/// <param name="records">The digits; gone through anew by each cursor.</param>
/// <param name="classes">The classes that they may be of.</param>
internal sealed class DigitDataView(IEnumerable<DigitRecord> records, DigitClasses classes) : IDataView
{
    private const int Label = 0;

    /// <inheritdoc/>
    public bool CanShuffle => false;

    /// <inheritdoc/>
    public DataViewSchema Schema { get; } = MakeSchema(classes);

    /// <inheritdoc/>
    public long? GetRowCount() => null;

    /// <inheritdoc/>
    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null)
        => new Cursor(Schema, classes, records.GetEnumerator(), [.. columnsNeeded.Select(column => column.Index)]);

    /// <inheritdoc/>
    public DataViewRowCursor[] GetRowCursorSet(
        IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null)
        => [GetRowCursor(columnsNeeded, rand)];

    private static DataViewSchema MakeSchema(DigitClasses classes)
    {
        var annotations = new DataViewSchema.Annotations.Builder();
        ClassAnnotations.AddTo(annotations, classes);

        var schema = new DataViewSchema.Builder();
        schema.AddColumn(DigitFormat.LabelColumn, new KeyDataViewType(typeof(uint), classes.Count), annotations.ToAnnotations());
        var shape = new DataViewSchema.Annotations.Builder();
        ImageShapeAnnotation.AddTo(shape, DigitFormat.Rows, DigitFormat.Columns);
        schema.AddColumn(DigitFormat.PixelsColumn, new VectorDataViewType(NumberDataViewType.Single, DigitFormat.Pixels), shape.ToAnnotations());
        return schema.ToSchema();
    }

    private sealed class Cursor(
        DataViewSchema schema, DigitClasses classes, IEnumerator<DigitRecord> records, int[] active) : DataViewRowCursor
    {
        private long _position = -1;

        public override DataViewSchema Schema => schema;

        public override long Position => _position;

        public override long Batch => 0;

        public override bool IsColumnActive(DataViewSchema.Column column) => active.Contains(column.Index);

        public override bool MoveNext()
        {
            if (!records.MoveNext())
            {
                _position = -1;
                return false;
            }

            records.Current.Check(++_position + 1, classes);
            return true;
        }

        public override ValueGetter<DataViewRowId> GetIdGetter()
            => (ref DataViewRowId id) => id = new DataViewRowId((ulong)_position, 0);

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
        {
            if (!IsColumnActive(column))
                throw new ArgumentOutOfRangeException(nameof(column), $"The cursor was not asked for the column '{column.Name}'.");
            Delegate getter = column.Index == Label ? new ValueGetter<uint>(GetLabel) : new ValueGetter<VBuffer<float>>(GetPixels);
            return getter as ValueGetter<TValue>
                ?? throw new InvalidOperationException($"The column '{column.Name}' is {column.Type}, not {typeof(TValue)}.");
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                records.Dispose();
            base.Dispose(disposing);
        }

        private void GetLabel(ref uint label) => label = classes.KeyOf(records.Current.Label);

        private void GetPixels(ref VBuffer<float> pixels)
        {
            var editor = VBufferEditor.Create(ref pixels, DigitFormat.Pixels);
            PixelFloats.Widen(records.Current.Pixels.Span, editor.Values);
            pixels = editor.Commit();
        }
    }
}
