using System.Globalization;
using MlNetDigits.Pictures;

namespace MlNetDigits.Cli.Data;

/// <summary>Carries a conversion out.</summary>
internal static class Conversion
{
    /// <summary>Reads, checks and writes.</summary>
    /// <returns>The number of digits written.</returns>
    /// <exception cref="InvalidInputException">Something is wrong with the data; nothing is written then.</exception>
    public static int Run(ConvertPlan plan)
    {
        var records = DigitRecords.Read(plan.From, plan.DataOptions).Take(plan.Take ?? int.MaxValue);
        return plan.Format switch
        {
            ConvertFormat.Csv => CsvFile.Write(plan.To, records, plan.DataOptions.Classes),
            ConvertFormat.Idx => WriteIdx(plan, records),
            _ => WritePictures(plan.To, records, plan.DataOptions.KnownClasses),
        };
    }

    private static int WriteIdx(ConvertPlan plan, IEnumerable<DigitRecord> records)
    {
        // An IDX file starts with the number of its records.
        var count = records.Count();
        IdxFile.Write(plan.To, plan.Labels!, count, records, plan.DataOptions.Classes);
        return count;
    }

    private static int WritePictures(string folder, IEnumerable<DigitRecord> records, DigitClasses classes)
    {
        // Gone through once before, so that damaged data leaves no half of a folder.
        var count = records.Count();
        foreach (var (row, record) in records.Index())
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"{row:D5}_{NameOf(record.Label, classes)}.png");
            var png = PictureFile.ToPng(DigitImage.ToPicture(record.Pixels));
            AtomicFile.Write(Path.Combine(folder, name), file => file.Write(png));
        }

        return count;
    }

    // A name such as "T-shirt/top" is none for a file.
    private static string NameOf(byte label, DigitClasses classes)
        => classes.Names[classes.IndexOf(label)] is var name && name.All(char.IsAsciiLetterOrDigit)
            ? name
            : string.Create(CultureInfo.InvariantCulture, $"class{label}");
}
