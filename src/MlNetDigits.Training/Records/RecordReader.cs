using Microsoft.ML.Data;
using Microsoft.ML.Runtime;
using Microsoft.ML.Trainers;

namespace MlNetDigits.Training;

/// <summary>Brings a data view's records to the engines.</summary>
internal static class RecordReader
{
    /// <summary>
    /// Reads every record with finite features and a known label into memory, in one pass of a cursor. Others are left
    /// out with a warning, as ML.NET's own trainers do.
    /// </summary>
    public static TrainingRecords Read(IHost host, Action<string> warn, RoleMappedData data, int features, int classes)
        => ReadBlocks(host, warn, data, features, classes, int.MaxValue).SingleOrDefault()
            ?? new TrainingRecordsBuilder(features, classes).Build();

    /// <summary>Reads the same records block by block; a block is in memory only until the next is asked for.</summary>
    public static IEnumerable<TrainingRecords> ReadBlocks(
        IHost host, Action<string> warn, RoleMappedData data, int features, int classes, int recordsPerBlock)
    {
        using var cursor = Open(data, classes);
        for (var hasMore = true; hasMore;)
        {
            var block = new TrainingRecordsBuilder(features, classes);
            while (block.Count < recordsPerBlock && (hasMore = cursor.MoveNext()))
            {
                if (block.Count % RecordChunk.Capacity == 0)
                    host.CheckAlive();
                CheckIndices(host, cursor.Features);
                block.Add(cursor.Features, cursor.Label);
            }

            if (block.Count > 0)
                yield return block.Build();
        }

        Warn(warn, cursor.BadFeaturesRowCount, "features that are missing or not finite");
        Warn(warn, cursor.BadLabelCount, "missing labels");
    }

    /// <summary>
    /// Digits that are scaled are read by one cursor: asked for one without a number, ML.NET scales on threads of its own,
    /// and copying each record to them and back costs more than scaling it.
    /// </summary>
    private static MulticlassLabelCursor Open(RoleMappedData data, int classes)
    {
        const CursOpt Columns = CursOpt.Features | CursOpt.Label;
        return data.Data is IDataTransform { Source: DigitDataView }
            ? new MulticlassLabelCursor.Factory(classes, data, Columns).CreateSet(1)[0]
            : new MulticlassLabelCursor(classes, data, Columns);
    }

    /// <summary>A column of the user's own may hold anything, and the kernels trust the indices.</summary>
    private static void CheckIndices(IHost host, in VBuffer<float> features)
    {
        if (!features.IsDense && !SparseIndices.AreRising(features.GetIndices(), features.Length))
            throw host.Except($"The indices of a sparse row must rise and be below {features.Length}; a row of the training data has others.");
    }

    private static void Warn(Action<string> warn, long count, string reason)
    {
        if (count > 0)
            warn(count == 1 ? $"1 row with {reason} was left out." : $"{count} rows with {reason} were left out.");
    }
}
