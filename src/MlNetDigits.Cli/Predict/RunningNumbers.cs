namespace MlNetDigits.Cli.Predict;

/// <summary>
/// Tells pictures that are numbered, such as IMG_1 and IMG_2, from those that are named by what there is to read. A name
/// alone does not tell, so the answers have a say: of ten running numbers one is right by chance.
/// </summary>
internal static class RunningNumbers
{
    // What cameras, scanners and programs put before a number.
    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        "img", "image", "imag", "cimg", "dsc", "dscn", "dscf", "dcim", "pxl", "mvimg", "gopr", "dji", "sam", "wp", "p", "pict", "pic", "picture",
        "photo", "foto", "bild", "snap", "snapshot", "screenshot", "capture", "frame", "scan", "scanned", "page", "seite", "sheet", "crop",
        "cell", "box", "roi", "part", "line", "row", "item", "file", "untitled", "unnamed", "download", "sample", "example", "demo", "test",
        "input", "output", "case", "fig", "figure", "copy", "new", "temp", "tmp",
    };

    /// <summary>The files whose numbers are no answers.</summary>
    public static IReadOnlySet<string> Among(IEnumerable<Answer> answers) => answers
        .Select(answer => (Answer: answer, Number: NameLabel.Of(answer.Question.File)))
        .Where(named => named.Number is not null)
        .GroupBy(named => Series(named.Answer.Question.File, named.Number!), named => (named.Answer, Number: named.Number!))
        .Where(series => IsNumbering(series.Key.IsWord, [.. series]))
        .SelectMany(series => series.Select(named => named.Answer.Question.File))
        .ToHashSet();

    /// <summary>Pictures that belong together: what their names have in common, and whether that is such a word.</summary>
    private static (string Folder, string Name, bool IsWord) Series(string file, string number)
    {
        var name = Path.GetFileNameWithoutExtension(file)[..^number.Length];
        var word = new string([.. name.Reverse().SkipWhile(letter => !char.IsLetter(letter)).TakeWhile(char.IsLetter).Reverse()]);
        var isWord = Words.Contains(word);
        return (Path.GetDirectoryName(file) ?? "", isWord ? word : name, isWord);
    }

    private static bool IsNumbering(bool isWord, (Answer Answer, string Number)[] series)
    {
        var counts = Counts([.. series.Select(named => named.Number)]);
        if (!isWord && !counts)
            return false;
        var fitting = series.Where(named => named.Number.Length == named.Answer.Digits.Length).ToArray();
        return (counts && fitting.Length < series.Length)
            || 2 * fitting.Sum(named => named.Answer.Labelled(named.Number, Truth.Name).Right) < fitting.Sum(named => named.Number.Length);
    }

    /// <summary>Whether numbers are several, each once, with few gaps between them.</summary>
    private static bool Counts(string[] numbers)
    {
        long[] values = [.. numbers.Select(number => long.TryParse(number, out var value) ? value : -1).Where(value => value >= 0)];
        return values.Length == numbers.Length
            && values.Length > 1
            && values.Distinct().Count() == values.Length
            && values.Max() - values.Min() < 2L * values.Length;
    }
}
