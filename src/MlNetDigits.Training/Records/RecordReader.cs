using Microsoft.ML.Data;
using Microsoft.ML.Runtime;
using Microsoft.ML.Trainers;

namespace MlNetDigits.Training;

/// <summary>Brings a data view into memory, in one pass of a cursor.</summary>
internal static class RecordReader
{
    /// <summary>
    /// Reads every record with finite features and a known label. Others are left out with a warning, as ML.NET's own
    /// trainers do.
    /// </summary>
    public static TrainingRecords Read(IHost host, IChannel channel, RoleMappedData data, int features, int classes)
    {
        var chunks = new List<RecordChunk>();
        var labels = new List<int>();
        using var cursor = new MulticlassLabelCursor(classes, data, CursOpt.Features | CursOpt.Label);
        while (cursor.MoveNext())
        {
            if (labels.Count % RecordChunk.Capacity == 0)
            {
                host.CheckAlive();
                chunks.Add(new RecordChunk(features, cursor.Features.GetValues().Length));
            }

            Add(chunks[^1], cursor.Features);
            labels.Add(cursor.Label);
        }

        Warn(channel, cursor.BadFeaturesRowCount, "features that are missing or not finite");
        Warn(channel, cursor.BadLabelCount, "missing labels");
        return new TrainingRecords(features, classes, chunks, [.. labels]);
    }

    private static void Add(RecordChunk chunk, in VBuffer<float> features)
    {
        if (features.IsDense)
            chunk.AddDense(features.GetValues());
        else
            chunk.AddSparse(features.GetIndices(), features.GetValues());
    }

    private static void Warn(IChannel channel, long count, string reason)
    {
        if (count > 0)
            channel.Warning($"{count} rows with {reason} were left out of training.");
    }
}
