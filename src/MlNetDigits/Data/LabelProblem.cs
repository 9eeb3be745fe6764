namespace MlNetDigits;

/// <summary>Says of a label that it is of no class. The file may well be whole, and of other classes.</summary>
internal static class LabelProblem
{
    /// <summary>The sentence, without a full stop.</summary>
    /// <param name="label">What has the label, such as <c>label 1</c>, and what it is.</param>
    /// <param name="classes">What the label is none of.</param>
    /// <param name="inFile">The lowest and the highest label of the file; null if they are not known.</param>
    public static string Describe(string label, DigitClasses classes, (int Least, int Most)? inFile = null)
    {
        var known = classes == DigitClasses.Digits ? "the ten digits are 0 to 9" : classes.Describe();
        if (classes.AreOfModel)
            return $"{label}, but {(classes == DigitClasses.Digits ? "the model knows the ten digits only, 0 to 9" : $"the classes that the model knows have the labels {classes}")}; use a model that was trained on such data";

        var found = inFile is { } range ? $"the labels of the file go from {range.Least} to {range.Most}; " : "";
        return $"{label}, but {known}; {found}if the file has other classes, as EMNIST's letters, say so with --classes 1-26 or a mapping file";
    }
}
