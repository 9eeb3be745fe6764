using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;
using MlNetDigits.Training;

namespace MlNetDigits.Benchmarks;

/// <summary>Brings a view into training memory as the trainer does.</summary>
internal static class RecordsInMemory
{
    public static TrainingRecords Read(MLContext ml, IDataView scaled)
    {
        var host = ((IHostEnvironment)ml).Register(nameof(RecordsInMemory));
        using var channel = host.Start(nameof(RecordsInMemory));
        var data = new RoleMappedData(scaled, DefaultColumnNames.Label, DefaultColumnNames.Features);
        return RecordReader.Read(host, warning => channel.Warning(warning), data, DigitFormat.Pixels, DigitFormat.Classes);
    }
}
