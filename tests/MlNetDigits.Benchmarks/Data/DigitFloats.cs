namespace MlNetDigits.Benchmarks;

/// <summary>Digits as plain arrays, for whoever does not go through ML.NET.</summary>
/// <param name="Inputs">The scaled pixels, row-major <c>[Count, 784]</c>.</param>
/// <param name="Labels">The digits.</param>
internal sealed record DigitFloats(float[] Inputs, byte[] Labels)
{
    public int Count => Labels.Length;

    public static DigitFloats Read(string folder, DigitPart part, int? count = null)
    {
        DigitRecord[] records = [.. DigitRecords.Read(DigitSource.Resolve(folder, part)).Take(count ?? int.MaxValue)];
        return count > records.Length
            ? throw new InvalidInputException(folder, $"holds {records.Length} digits, not {count}")
            : From(records);
    }

    public static DigitFloats From(IReadOnlyList<DigitRecord> records)
    {
        var inputs = new float[records.Count * DigitFormat.Pixels];
        for (var i = 0; i < inputs.Length; i++)
        {
            var pixel = records[i / DigitFormat.Pixels].Pixels.Span[i % DigitFormat.Pixels];
            inputs[i] = (pixel / 255f * 0.99f) + 0.01f;
        }

        return new DigitFloats(inputs, [.. records.Select(record => record.Label)]);
    }

    /// <summary>The targets, row-major <c>[Count, 10]</c>.</summary>
    public float[] Targets()
    {
        var targets = new float[Count * DigitFormat.Classes];
        Array.Fill(targets, 0.01f);
        for (var i = 0; i < Count; i++)
            targets[(i * DigitFormat.Classes) + Labels[i]] = 0.99f;
        return targets;
    }
}
