using System.CommandLine;
using System.Globalization;

namespace MlNetDigits.Benchmarks;

/// <summary>The options that both <see cref="ProcessesCommand"/> and the processes it starts have.</summary>
internal sealed class ProcessOptions
{
    private readonly Option<string> _data = CommonOptions.DataOrSample();

    private readonly Option<int> _records = CommonOptions.Count(
        "--records", Measurement.FullEpoch, "The records to train on; fewer if there are fewer.");

    private readonly Option<int> _epochs = CommonOptions.Count(
        "--epochs", 5, "The epochs of each training; their median counts.");

    private readonly Option<bool> _grain = CommonOptions.Grain();

    /// <summary>The settings as arguments, for <see cref="Read"/> in another process.</summary>
    public static string[] Write(ProcessSettings settings) =>
    [
        "--data", settings.Data,
        "--records", settings.Records.ToString(CultureInfo.InvariantCulture),
        "--epochs", settings.Epochs.ToString(CultureInfo.InvariantCulture),
        .. settings.Grain ? ["--grain"] : Array.Empty<string>(),
    ];

    public void AddTo(Command command)
    {
        command.Add(_data);
        command.Add(_records);
        command.Add(_epochs);
        command.Add(_grain);
    }

    public ProcessSettings Read(ParseResult parsed) => new(
        parsed.GetRequiredValue(_data),
        parsed.GetValue(_records),
        parsed.GetValue(_epochs),
        parsed.GetValue(_grain));
}
