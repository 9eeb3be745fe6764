using MlNetDigits.Training;

namespace MlNetDigits.Cli.Settings;

/// <summary>The table of what can be said of data: each verb that reads digits has these as options.</summary>
internal static class DataSettings
{
    private static Setting<DigitDataOptions> Classes { get; } = Setting<DigitDataOptions>.Create(
        nameof(DigitDataOptions.Classes),
        options => ClassesText.Of(options.Classes),
        (options, value) => options with { Classes = ClassesText.Parse(value) },
        ClassesText.FindProblem) with
    {
        Word = "classes",
        Help = "What the data has in place of the ten digits: a number of classes, such as 47; the labels from one to another, such as "
            + "1-26; or a mapping file with a line a class, label and name, as EMNIST has [default: the ten digits; those of the model that is measured]",
        HelpName = "N|FIRST-LAST|FILE",
        IsPath = value => ClassesText.IsFile(value as string),
        Title = "Classes",
    };

    private static Setting<DigitDataOptions> Transpose { get; } = Setting<DigitDataOptions>.Create(
        nameof(DigitDataOptions.Transpose),
        options => options.Transpose,
        (options, value) => options with { Transpose = value },
        describe: value => value ? "set upright" : null) with
    {
        Word = "transpose",
        Help = "Exchange rows and columns of each picture: EMNIST's lie on their side",
        Title = "Pictures",
    };

    private static Setting<DigitDataOptions> LabelColumnOfCsv { get; } = Setting<DigitDataOptions>.Create(
        nameof(DigitDataOptions.LabelColumn),
        options => options.LabelColumn?.ToString(),
        (options, value) => options with { LabelColumn = LabelColumn.Parse(value) },
        value => value is null || LabelColumn.Parse(value) is not null ? null
            : $"must be the name of a column, its number from 1, first, last or none, not '{value}'.") with
    {
        Word = "label-column",
        Help = "The column of a CSV file that holds the labels: its name, its number from 1, first, last or none [default: found "
            + "by its name or by what is in it]",
        HelpName = "COLUMN",
        Title = "Label column",
    };

    private static Setting<DigitDataOptions> Range { get; } = Setting<DigitDataOptions>.Create(
        nameof(DigitDataOptions.PixelRange),
        options => options.PixelRange?.ToString(),
        (options, value) => options with { PixelRange = PixelRange.Parse(value) },
        value => value is null || PixelRange.Parse(value) is not null ? null
            : $"must be the number of full ink such as 255, 1 or 16, background and ink such as -1..1 or 255..0, or auto, not '{value}'.") with
    {
        Word = "pixel-range",
        Help = "What the pixels of the data go up to: 255, 1, 16; from and to, such as -1..1, or 255..0 for dark ink; or auto "
            + "to find out [default: 255]",
        HelpName = "RANGE",
        Title = "Pixel range",
    };

    /// <summary>All of them, in the order of the help.</summary>
    public static IReadOnlyList<Setting<DigitDataOptions>> All { get; } = [LabelColumnOfCsv, Range, Classes, Transpose];
}
