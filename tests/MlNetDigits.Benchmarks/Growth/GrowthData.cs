using Microsoft.ML;
using Microsoft.ML.Data;

namespace MlNetDigits.Benchmarks;

/// <summary>MNIST made to any size.</summary>
internal static class GrowthData
{
    /// <summary>Rows of raw pixels with a key label, made anew whenever they are gone through.</summary>
    public static IDataView Open(MLContext ml, string folder, GrowthSize size)
    {
        DigitRecord[] digits =
        [
            .. DigitRecords.Read(DigitSource.Resolve(folder, DigitPart.Train)).Take(size.Records),
        ];
        var schema = SchemaDefinition.Create(typeof(Row));
        schema[nameof(Row.Pixels)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, size.Features);
        schema[nameof(Row.Label)].ColumnType = new KeyDataViewType(typeof(uint), size.Classes);
        return ml.Data.LoadFromEnumerable(Rows(digits, size), schema);
    }

    // A cursor copies a row before it moves on, so one row is enough.
    private static IEnumerable<Row> Rows(DigitRecord[] digits, GrowthSize size)
    {
        var row = new Row { Pixels = new float[size.Features] };
        for (var index = 0; index < size.Records; index++)
        {
            var digit = digits[index % digits.Length];
            Resize(digit.Pixels.Span, row.Pixels);
            row.Label = 1 + (uint)Class(digit.Label, index, size.Classes);
            yield return row;
        }
    }

    /// <summary>The middle of the picture, or the picture again and again.</summary>
    private static void Resize(ReadOnlySpan<byte> pixels, Span<float> features)
    {
        var first = Math.Max(0, (pixels.Length - features.Length) / 2);
        for (var i = 0; i < features.Length; i++)
            features[i] = pixels[(first + i) % pixels.Length];
    }

    /// <summary>Fewer classes than digits put digits together; with more, each digit is dealt out to several.</summary>
    private static int Class(int digit, int index, int classes)
        => classes <= DigitFormat.Classes
            ? digit % classes
            : (int)((digit + ((long)DigitFormat.Classes * index)) % classes);

    private sealed class Row
    {
        public uint Label { get; set; }

        public float[] Pixels { get; set; } = [];
    }
}
