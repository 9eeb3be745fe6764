using System.Collections.Immutable;

namespace MlNetDigits.Cli.CommandLine;

/// <summary>
/// Notices that a set is EMNIST's by its name, whose pictures lie on their side, and that nobody has said so. A network learns
/// them as they are, and reads upright ones wrong.
/// </summary>
internal static class LyingPictures
{
    /// <summary>What is to be said before a network is trained on data.</summary>
    /// <param name="source">The data.</param>
    /// <param name="said">What people say of it.</param>
    /// <returns>A sentence without a full stop; none if there is nothing to say.</returns>
    public static ImmutableArray<string> Warnings(DigitSource source, DigitDataOptions said)
        => !said.Transpose && Path.GetFileName(source.Files[0]) is var name && name.Contains("emnist", StringComparison.OrdinalIgnoreCase)
            ? [$"{name} is EMNIST's by its name, whose pictures are published with rows and columns exchanged; unless these are not, add --transpose, or upright pictures will be read wrong"]
            : [];
}
