namespace MlNetDigits.Cli.CommandLine;

/// <summary>Guesses what was meant by a word that is not known.</summary>
internal static class Suggestion
{
    /// <summary>The known word that is nearest, if it is near enough to be a slip; otherwise null.</summary>
    public static string? For(string word, IEnumerable<string> known)
    {
        var nearest = known.Select(candidate => (candidate, Distance: Distance(word, candidate)))
            .OrderBy(pair => pair.Distance)
            .FirstOrDefault((candidate: "", Distance: int.MaxValue));
        return nearest.Distance <= (word.Length < 4 ? 1 : Math.Max(2, word.Length / 3)) ? nearest.candidate : null;
    }

    /// <summary>How many letters must be added, dropped or changed.</summary>
    private static int Distance(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var changed = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(changed, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
