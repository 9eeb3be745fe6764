namespace MlNetDigits.Tests.Support;

/// <summary>Twelve digits that are to the pixel none of those that the shipped models have learned from.</summary>
internal static class UnseenDigits
{
    /// <summary>The lines of a CSV file, label first: digits of the sample, with a faint first pixel that no digit of MNIST has.</summary>
    public static string Csv { get; } = string.Concat(
        File.ReadLines(FrozenModel.PathOf("digits.csv")).Select(line => $"{line[0]},1,{line["0,0,".Length..]}\n"));
}
