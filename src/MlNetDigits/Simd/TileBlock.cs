using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace MlNetDigits;

/// <summary>
/// Up to sixteen sparse records seen from their features: which columns any of them has, which records have each, and
/// by how much they differ there. What a block changes in W1 is put in column by column.
/// </summary>
internal sealed unsafe class TileBlock : IDisposable
{
    /// <summary>The most records: each is a bit of a mask, and all values of a feature are one AVX-512 vector.</summary>
    public const int Capacity = 16;

    private readonly FeatureGrains _grains;
    private readonly AlignedFloats _values;
    private readonly ushort[] _masks;
    private readonly int[] _columns;
    private readonly int[] _columnStarts;

    /// <summary>Makes room for a block.</summary>
    /// <param name="grains">The features of a record.</param>
    public TileBlock(FeatureGrains grains)
    {
        _grains = grains;
        _values = new AlignedFloats((long)grains.Features * Capacity);
        _masks = GC.AllocateArray<ushort>(grains.Features, pinned: true);
        _columns = GC.AllocateArray<int>(grains.Features, pinned: true);
        _columnStarts = new int[grains.Count + 1];
    }

    /// <summary>By how much the records differ, <c>[features, Capacity]</c>; 0 where they do not.</summary>
    public float* Values => _values.Pointer;

    /// <summary>For each feature, a bit for each record that differs in it.</summary>
    public ushort* Masks => PinnedArray.Pointer(_masks);

    /// <summary>The features in which any record differs, rising.</summary>
    public int* Columns => PinnedArray.Pointer(_columns);

    /// <summary>Where a grain starts among <see cref="Columns"/>.</summary>
    public int ColumnStart(int grain) => _columnStarts[grain];

    /// <summary>Takes other records.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Read(SparseRow* rows, int count)
    {
        Clear();
        for (var record = 0; record < count; record++)
            Add(rows[record], record);
        ListColumns();
    }

    /// <summary>Forgets all records.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Clear()
    {
        var columns = Columns;
        var masks = Masks;
        for (var i = 0; i < _columnStarts[^1]; i++)
        {
            nint column = columns[i];
            masks[column] = 0;
            Unsafe.InitBlockUnaligned(Values + (column * Capacity), 0, Capacity * sizeof(float));
        }

        Array.Clear(_columnStarts);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Add(in SparseRow row, int record)
    {
        var indices = row.Indices;
        var differences = row.Values;
        var masks = Masks;
        var values = Values + record;
        var bit = (ushort)(1 << record);
        nint end = row.Starts[_grains.Count];
        for (nint i = row.Starts[0]; i < end; i++)
        {
            nint column = indices[i];
            masks[column] |= bit;
            values[column * Capacity] = differences[i];
        }
    }

    /// <summary>Finds the columns that any record has.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void ListColumns()
    {
        var columns = Columns;
        var masks = Masks;
        var count = 0;
        for (var grain = 0; grain < _grains.Count; grain++)
        {
            _columnStarts[grain] = count;
            var column = grain * _grains.Size;
            var end = Math.Min(column + _grains.Size, _grains.Features);
            for (; column + FeatureGrains.Group <= end; column += FeatureGrains.Group)
                count = AddGroup(masks, column, columns, count);
            count = AddColumns(masks, column, end, columns, count);
        }

        _columnStarts[^1] = count;
    }

    /// <inheritdoc/>
    public void Dispose() => _values.Dispose();

    /// <summary>Lists those of sixteen columns that any record has.</summary>
    /// <returns>How many are listed now.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int AddGroup(ushort* masks, int first, int* columns, int count)
    {
        var records = Vector256.Load(masks + first);
        if (records == Vector256<ushort>.Zero)
            return count;

        if (Avx512F.IsSupported)
        {
            // Without a jump: sixteen are written, and those that do not count are written over.
            var isUsed = ~Vector512.Equals(Avx512F.ConvertToVector512Int32(records), Vector512<int>.Zero);
            Avx512F.Compress(Vector512<int>.Zero, isUsed, Vector512<int>.Indices + Vector512.Create(first)).Store(columns + count);
            return count + BitOperations.PopCount(isUsed.ExtractMostSignificantBits());
        }

        return AddColumns(masks, first, first + FeatureGrains.Group, columns, count);
    }

    /// <summary>Lists those of some columns that any record has, one by one.</summary>
    /// <returns>How many are listed now.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int AddColumns(ushort* masks, int first, int end, int* columns, int count)
    {
        for (var column = first; column < end; column++)
        {
            // Written in any case: a jump that cannot be foreseen would cost more.
            columns[count] = column;
            count += masks[column] != 0 ? 1 : 0;
        }

        return count;
    }
}
