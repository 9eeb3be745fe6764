using Microsoft.ML.Data;
using MlNetDigits.Training;

namespace MlNetDigits.Tests.Training;

/// <summary>What goes into memory comes out of it, however it is kept: up to rounding with a background, else exactly.</summary>
public class TrainingRecordsTests
{
    private const int Features = 20;

    // Three chunks, the last not full.
    private const int Count = (2 * RecordChunk.Capacity) + 88;

    [Theory]
    [InlineData(0, null)]
    [InlineData(12, null)]
    [InlineData(14, 0.01f)]
    [InlineData(20, 0.01f)]
    public void Build_SoManyFeaturesAlike_ChoosesTheirValueAsBackgroundIfTheyAreMost(int alike, float? background)
        => Assert.Equal(background, Build(Rows(0.01f, alike), isSparse: false).Background);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(14, 0.01f)]
    [InlineData(14, 0)]
    [InlineData(20, -3)]
    public void CopyFeatures_DenseRows_GivesEachValueBack(int alike, float value)
        => CompareRows(Rows(value, alike), isSparse: false);

    [Theory]
    [InlineData(3, 0)]
    [InlineData(14, 0)]
    [InlineData(14, 0.01f)]
    [InlineData(20, 0)]
    public void CopyFeatures_SparseRows_GivesEachValueBack(int alike, float value)
        => CompareRows(Rows(value, alike), isSparse: true);

    [Fact]
    public void CopyFeatures_MoreOftenOtherThanTheFirstRecordsShowed_GivesEachValueBack()
        => CompareRows([.. Rows(0.01f, 18)[..200], .. Rows(0.5f, 18)], isSparse: false);

    [Fact]
    public void Label_EachRecord_IsItsOwn()
    {
        var records = Build(Rows(0, 14), isSparse: false);

        Assert.Equal(Enumerable.Range(0, Count).Select(i => i % 7), Enumerable.Range(0, Count).Select(records.Label));
    }

    [Fact]
    public void Indices_WithABackground_AreThoseOfTheOtherValues()
    {
        var rows = Rows(0.01f, 14);
        var records = Build(rows, isSparse: false);

        Assert.All(Enumerable.Range(0, Count), i =>
        {
            int[] others = [.. Enumerable.Range(0, Features).Where(feature => rows[i][feature] != 0.01f)];
            Assert.Equal(others, records.Indices(i).ToArray());
            Assert.Equal(others.Select(feature => rows[i][feature] - 0.01f), records.Values(i).ToArray());
        });
    }

    [Fact]
    public void Build_TheCallersBufferChangedAfterwards_KeepsItsOwnCopy()
    {
        float[] buffer = [1, 2, 3];
        var builder = new TrainingRecordsBuilder(features: 3, classes: 2);
        builder.Add(new VBuffer<float>(3, buffer), 1);
        buffer[0] = 99;

        var copy = new float[3];
        builder.Build().CopyFeatures(0, copy);

        Assert.Equal([1, 2, 3], copy);
    }

    [Fact]
    public void Build_NothingAdded_HasNoRecords()
        => Assert.Equal(0, new TrainingRecordsBuilder(features: 3, classes: 2).Build().Count);

    /// <summary>Rows of which so many features have one value, and all others a value of their own.</summary>
    private static float[][] Rows(float value, int alike)
    {
        var random = new Random(1);
        return [.. Enumerable.Range(0, Count).Select(_ =>
        {
            float[] row = [.. Enumerable.Range(0, Features).Select(i => i < alike ? value : random.NextSingle() + 1)];
            random.Shuffle(row);
            return row;
        })];
    }

    private static TrainingRecords Build(float[][] rows, bool isSparse)
    {
        var records = new TrainingRecordsBuilder(Features, classes: 7);
        for (var i = 0; i < rows.Length; i++)
            records.Add(isSparse ? Sparse(rows[i]) : new VBuffer<float>(Features, rows[i]), i % 7);
        return records.Build();
    }

    private static VBuffer<float> Sparse(float[] row)
    {
        int[] indices = [.. Enumerable.Range(0, row.Length).Where(i => row[i] != 0)];
        return new VBuffer<float>(row.Length, indices.Length, [.. indices.Select(i => row[i])], indices);
    }

    private static void CompareRows(float[][] rows, bool isSparse)
    {
        var records = Build(rows, isSparse);
        var copy = new float[Features];

        Assert.Equal(rows.Length, records.Count);
        Assert.All(Enumerable.Range(0, rows.Length), i =>
        {
            // What is left in the destination must not show.
            Array.Fill(copy, float.NaN);
            records.CopyFeatures(i, copy);
            Assert.Equal(rows[i], copy, AreEqualUpToRounding);
        });
    }

    /// <summary>What differs from a background is kept as a difference.</summary>
    private static bool AreEqualUpToRounding(float expected, float actual)
        => Math.Abs(expected - actual) <= 2e-7f * Math.Max(1f, Math.Abs(expected));
}
