using System.Globalization;

namespace MlNetDigits;

/// <summary>The numbers of a CSV file.</summary>
internal static class CsvNumber
{
    /// <summary>Reads a number: whole, with a decimal point, with an exponent; "NaN" and the infinities among them.</summary>
    /// <param name="field">The field, without blanks around it.</param>
    /// <param name="number">The number.</param>
    public static bool TryParse(ReadOnlySpan<byte> field, out double number)
    {
        number = 0;
        if (field.Length is > 0 and <= 3)
        {
            var whole = 0;
            foreach (var digit in field)
            {
                if ((uint)(digit - '0') > 9)
                    return TryParseAny(field, out number);
                whole = (whole * 10) + digit - '0';
            }

            number = whole;
            return true;
        }

        return TryParseAny(field, out number);
    }

    private static bool TryParseAny(ReadOnlySpan<byte> field, out double number) => double.TryParse(
        field, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent,
        CultureInfo.InvariantCulture, out number);
}
