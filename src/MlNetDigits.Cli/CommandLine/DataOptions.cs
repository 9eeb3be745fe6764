using System.CommandLine;
using MlNetDigits.Cli.Settings;

namespace MlNetDigits.Cli.CommandLine;

/// <summary>
/// The options of every verb that reads digits: what people say of their data that the files do not. Those of a run are
/// among its settings (<see cref="RunSettingTable"/>), from the same table.
/// </summary>
/// <param name="folder">What relative paths start from.</param>
internal sealed class DataOptions(WorkingFolder folder)
{
    private readonly IReadOnlyList<SettingOption<DigitDataOptions>> _options =
        SettingOption<DigitDataOptions>.All(DataSettings.All, DigitDataOptions.Default, folder);

    /// <summary>Adds them to a verb.</summary>
    /// <param name="command">The verb.</param>
    /// <param name="after">The option that they follow in the help; null to stand first.</param>
    public void AddTo(Command command, Option? after)
    {
        var place = after is null ? 0 : command.Options.IndexOf(after) + 1;
        foreach (var (index, option) in _options.Index())
            command.Options.Insert(place + index, option.Option);
    }

    /// <summary>What a command line says.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="basis">What holds where it says nothing; null for nothing.</param>
    public DigitDataOptions Read(ParseResult parsed, DigitDataOptions? basis = null)
        => SettingOption<DigitDataOptions>.Read(_options, parsed, basis ?? DigitDataOptions.Default);
}
