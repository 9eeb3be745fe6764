using CsCheck;
using MlNetDigits.Tests.Support;
using MlNetDigits.Training;

namespace MlNetDigits.Tests.Simd;

/// <summary>Records seen from their features are the same records.</summary>
public unsafe class TileBlockTests
{
    private static readonly Gen<TrainingRecords> Blocks
        = Gen.Select(Gen.Int[1, TileBlock.Capacity], Gen.Int[20, 1100], Gen.Double[0.7, 1], Gen.Int[0, 9999])
            .Select((count, features, share, seed) => MadeRecords.Create(count, features, classes: 2, seed)
                .WithBackground(0.5f, share, seed).ToTrainingRecords())
            .Where(records => records.Background == 0.5f);

    [Fact]
    public void Read_AnyRecords_ListsTheColumnsThatAnyHas()
        => Blocks.ForAll(records =>
        {
            using var block = Read(records);
            var listed = new ReadOnlySpan<int>(block.Columns, block.ColumnStart(new FeatureGrains(records.Features).Count)).ToArray();

            Assert.Equal(All(records).SelectMany(record => records.Indices(record).ToArray()).Distinct().Order(), listed);
        });

    [Fact]
    public void Read_AnyRecords_HasABitAndAValueForEachFeatureOfEach()
        => Blocks.ForAll(records =>
        {
            using var block = Read(records);

            for (var feature = 0; feature < records.Features; feature++)
            {
                foreach (var record in All(records))
                {
                    var at = records.Indices(record).IndexOf(feature);
                    Assert.Equal(at >= 0, (block.Masks[feature] & (1 << record)) != 0);
                    Assert.Equal(at >= 0 ? records.Values(record)[at] : 0, block.Values[(feature * TileBlock.Capacity) + record]);
                }
            }
        });

    [Fact]
    public void Read_AfterOthers_HasNothingOfThem()
        => Blocks.ForAll(records =>
        {
            using var block = Read(records);

            block.Read(null, 0);

            Assert.Equal(0, block.ColumnStart(new FeatureGrains(records.Features).Count));
            Assert.False(new ReadOnlySpan<ushort>(block.Masks, records.Features).ContainsAnyExcept((ushort)0));
            Assert.False(new ReadOnlySpan<float>(block.Values, records.Features * TileBlock.Capacity).ContainsAnyExcept(0f));
        });

    private static IEnumerable<int> All(TrainingRecords records) => Enumerable.Range(0, records.Count);

    private static TileBlock Read(TrainingRecords records)
    {
        var block = new TileBlock(new FeatureGrains(records.Features));
        var rows = stackalloc SparseRow[records.Count];
        for (var record = 0; record < records.Count; record++)
            rows[record] = records.Row(record);
        block.Read(rows, records.Count);
        return block;
    }
}
