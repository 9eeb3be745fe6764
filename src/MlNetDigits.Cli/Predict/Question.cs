using MlNetDigits.Reporting;

namespace MlNetDigits.Cli.Predict;

/// <summary>A picture to ask the network about.</summary>
/// <param name="File">The file that it is in.</param>
/// <param name="Line">The line, if it is a text file.</param>
/// <param name="Label">The right answer, if it is known.</param>
/// <param name="Pixels">784 raw pixels.</param>
internal sealed record Question(string File, long? Line, byte? Label, ReadOnlyMemory<byte> Pixels)
{
    /// <summary>Reads the pictures of a file: of a text file at most <paramref name="limit"/> lines.</summary>
    /// <exception cref="InvalidInputException">The file is neither.</exception>
    public static IReadOnlyList<Question> Read(string path, int limit)
    {
        if (!Path.GetExtension(path).Equals(".csv", StringComparison.OrdinalIgnoreCase))
            return [new Question(path, null, null, DigitImage.FromPicture(PictureFile.Read(path)))];

        Question[] questions =
            [.. CsvPictures.Read(path).Take(limit).Select(row => new Question(path, row.Line, row.Label, row.Pixels))];
        return questions.Length > 0
            ? questions
            : throw new InvalidInputException(
                path, "has no rows; give one line a picture: 784 pixels, or a label before them");
    }
}
