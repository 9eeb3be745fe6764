using System.Collections.Immutable;
using System.Text.Json;
using MlNetDigits.Pictures;
using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Pictures.Handwriting;

/// <summary>The drawn pictures of the folder Pictures, and what the tool reads in them with the project's model.</summary>
public sealed class DrawnPictures : IDisposable
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Handwriting", "Pictures");

    private readonly TemporaryFolder _folder = new();

    public DrawnPictures()
    {
        Run = DigitsRun.Run(_folder, "predict", "--model", DigitsModel.Path, "--json", Folder);
        var read = Run.Json.GetProperty("predictions").EnumerateArray()
            .ToLookup(prediction => Path.GetFileName(prediction.GetProperty("file").GetString()!), Read);
        using var truth = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "truth.json")));
        Pictures =
        [
            .. truth.RootElement.EnumerateArray().Select(picture => new DrawnPicture(
                picture.GetProperty("file").GetString()!,
                picture.GetProperty("kind").GetString()!,
                [.. picture.GetProperty("digits").EnumerateArray().Select(Drawn)],
                [.. read[picture.GetProperty("file").GetString()!]])),
        ];
    }

    /// <summary>The tool's run.</summary>
    internal DigitsRun Run { get; }

    /// <summary>All pictures, in the order in which they were drawn.</summary>
    public ImmutableArray<DrawnPicture> Pictures { get; }

    /// <summary>What the folder's README says.</summary>
    public string Readme { get; } = File.ReadAllText(Path.Combine(Folder, "README.md"));

    public void Dispose() => _folder.Dispose();

    private static DrawnDigit Drawn(JsonElement digit)
    {
        int[] box = [.. digit.GetProperty("box").EnumerateArray().Select(number => number.GetInt32())];
        return new DrawnDigit(
            digit.GetProperty("digit").GetInt32(),
            digit.GetProperty("line").GetInt32(),
            new PictureBox(box[0], box[1], box[2], box[3]));
    }

    private static ReadDigit Read(JsonElement prediction)
    {
        var box = prediction.GetProperty("box");
        int Number(string name) => box.GetProperty(name).GetInt32();
        return new ReadDigit(
            prediction.GetProperty("digit").GetInt32(),
            prediction.GetProperty("sure").GetBoolean(),
            prediction.GetProperty("lineOnPage").GetInt32() - 1,
            prediction.GetProperty("placeInLine").GetInt32() - 1,
            new PictureBox(Number("left"), Number("top"), Number("width"), Number("height")));
    }
}

/// <summary>A picture.</summary>
/// <param name="File">Its name.</param>
/// <param name="Kind">In which way it was drawn.</param>
/// <param name="Digits">What is in it, in reading order.</param>
/// <param name="Read">What the tool has read, in its order.</param>
public sealed record DrawnPicture(
    string File, string Kind, ImmutableArray<DrawnDigit> Digits, ImmutableArray<ReadDigit> Read);

/// <summary>A digit that was drawn.</summary>
/// <param name="Digit">Which one.</param>
/// <param name="Line">Its line, from 0.</param>
/// <param name="Box">What its ink covers by half or more.</param>
public sealed record DrawnDigit(int Digit, int Line, PictureBox Box);

/// <summary>A digit that was read.</summary>
/// <param name="Digit">The answer.</param>
/// <param name="IsSure">Whether the network is sure of it.</param>
/// <param name="Line">Its line, from 0.</param>
/// <param name="Place">Its place in the line, from 0.</param>
/// <param name="Box">Where it was found.</param>
public sealed record ReadDigit(int Digit, bool IsSure, int Line, int Place, PictureBox Box);
