using System.Collections.Immutable;

namespace MlNetDigits;

/// <summary>What every data set of handwritten digits here looks like, whatever file it comes from.</summary>
public static class DigitFormat
{
    /// <summary>The rows of a picture.</summary>
    public const int Rows = 28;

    /// <summary>The columns of a picture.</summary>
    public const int Columns = 28;

    /// <summary>The pixels of a picture: <see cref="Rows"/> times <see cref="Columns"/>.</summary>
    public const int Pixels = Rows * Columns;

    /// <summary>The number of classes that digits are of; a data set may have others, see <see cref="DigitClasses"/>.</summary>
    public const int Classes = 10;

    /// <summary>The column of labels: a key whose values are the names of the classes, for digits <see cref="ClassNames"/>.</summary>
    public const string LabelColumn = "Label";

    /// <summary>The column of raw pixels: a vector of 784 <see cref="float"/>, 0 (background) to 255 (ink).</summary>
    public const string PixelsColumn = "Pixels";

    /// <summary>The names of the classes, "0" to "9", in the order of the label's keys.</summary>
    public static ImmutableArray<string> ClassNames { get; } = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];
}
