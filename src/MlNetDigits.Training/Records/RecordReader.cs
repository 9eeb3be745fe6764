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
        var records = new TrainingRecordsBuilder(features, classes);
        using var cursor = new MulticlassLabelCursor(classes, data, CursOpt.Features | CursOpt.Label);
        while (cursor.MoveNext())
        {
            if (records.Count % RecordChunk.Capacity == 0)
                host.CheckAlive();
            records.Add(cursor.Features, cursor.Label);
        }

        Warn(channel, cursor.BadFeaturesRowCount, "features that are missing or not finite");
        Warn(channel, cursor.BadLabelCount, "missing labels");
        return records.Build();
    }

    private static void Warn(IChannel channel, long count, string reason)
    {
        if (count > 0)
            channel.Warning($"{count} rows with {reason} were left out of training.");
    }
}
