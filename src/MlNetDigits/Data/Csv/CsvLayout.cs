using System.Collections.Immutable;

namespace MlNetDigits;

/// <summary>Which field of a line means what: decided once for a file.</summary>
/// <param name="FirstLine">The number of the first digit's line, from 1.</param>
/// <param name="Top">What stands before it.</param>
/// <param name="Fields">The number of fields of each line.</param>
/// <param name="Label">The field with the label, from 0; null if there are none.</param>
/// <param name="Skipped">The fields that only number the digits.</param>
/// <param name="EndsInComma">Whether each line ends in a comma, with nothing behind it.</param>
/// <param name="Range">What the pixels go from and to.</param>
internal sealed record CsvLayout(
    long FirstLine, CsvTop Top, int Fields, int? Label, ImmutableArray<int> Skipped, bool EndsInComma, PixelRange Range)
{
    /// <summary>What the first of the skipped fields starts with if it must count up from line to line; null if it need not.</summary>
    public int? CountsFrom { get; init; }

    /// <summary>The field that could have been the label too, by what is in it so far; null if there is none.</summary>
    public int? Rival { get; init; }

    /// <summary>The classes that digits may be of.</summary>
    public DigitClasses Classes { get; init; } = DigitClasses.Digits;

    /// <summary>Where each pixel of the file belongs; null for where it stands.</summary>
    public ImmutableArray<int>? Order { get; init; }

    /// <summary>The fields with pixels, in the order of the file.</summary>
    public IEnumerable<int> PixelFields => Enumerable.Range(0, Fields - (EndsInComma ? 1 : 0))
        .Where(place => place != Label && !Skipped.Contains(place));

    /// <summary>The first of the fields with pixels, if all of them follow one another; null if not.</summary>
    public int? FirstOfRun
    {
        get
        {
            int[] fields = [.. PixelFields];
            return Order is null && fields[^1] - fields[0] == fields.Length - 1 ? fields[0] : null;
        }
    }
}
