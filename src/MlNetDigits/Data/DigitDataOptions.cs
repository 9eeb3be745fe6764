namespace MlNetDigits;

/// <summary>What people say of their data that the files do not. Without it what can be found out is found out.</summary>
public sealed record DigitDataOptions
{
    /// <summary>Options that say nothing.</summary>
    public static DigitDataOptions Default { get; } = new();

    /// <summary>Whether the first line of a CSV file names the columns; null to find out.</summary>
    public bool? HasHeader { get; init; }

    /// <summary>The classes that the pictures are of; null for the ten digits.</summary>
    public DigitClasses? Classes { get; init; }

    /// <summary>Whether the rows and columns of each picture are exchanged, as EMNIST's are: then they are set upright.</summary>
    public bool Transpose { get; init; }

    /// <summary>The classes, those that nobody needs to name among them.</summary>
    internal DigitClasses KnownClasses => Classes ?? DigitClasses.Digits;

    /// <summary>Whether a label may be of a class that is none of these: whoever asks finds out what it means.</summary>
    internal bool AcceptsOtherLabels { get; init; }

    /// <summary>The classes whose labels are no mistake. What is found out about the columns goes by the known ones.</summary>
    internal DigitClasses AcceptedClasses => AcceptsOtherLabels ? DigitClasses.AllLabels : KnownClasses;

    /// <summary>The column of a CSV file that holds the labels; null to find out by the header or by what is in them.</summary>
    public LabelColumn? LabelColumn { get; init; }

    /// <summary>
    /// What the pixels go from and to. Null for 0 to 255: data without a pixel above 16 is refused then, since it would
    /// be taken for nearly blank pictures, and so is data that is light for the most part.
    /// </summary>
    public PixelRange? PixelRange { get; init; }
}
