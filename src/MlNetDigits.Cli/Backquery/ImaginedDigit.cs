using System.Collections.Immutable;

namespace MlNetDigits.Cli.Backquery;

/// <summary>A digit as the network imagines it, and what the network says when it is shown that.</summary>
/// <param name="Class">The index of the class that was asked for.</param>
/// <param name="ClassNames">What the classes are called, in the order of the scores.</param>
/// <param name="Backquery">What came out.</param>
/// <param name="Pixels">The same as 784 raw pixels.</param>
/// <param name="Scores">The network's answer to the features, a score a digit.</param>
internal sealed record ImaginedDigit(
    int Class, ImmutableArray<string> ClassNames, BackqueryResult Backquery, ImmutableArray<byte> Pixels, ImmutableArray<float> Scores)
{
    /// <summary>What was asked for.</summary>
    public string Digit => ClassNames[Class];

    /// <summary>The score of what was asked for.</summary>
    public float Score => Scores[Class];

    /// <summary>The index of the class with the best score.</summary>
    public int Best => Scores.IndexOf(Scores.Max());

    /// <summary>What the class with the best score is called.</summary>
    public string Answer => ClassNames[Best];

    /// <summary>The best score.</summary>
    public float AnswerScore => Scores[Best];

    /// <summary>Whether the network recognises what it imagined.</summary>
    public bool IsRecognized => Best == Class;

    /// <summary>What a class of the model is called: a digit, if it knows those and nothing else.</summary>
    public string Kind => ClassNames.Length == DigitFormat.Classes && ClassNames.All(name => DigitFormat.ClassNames.Contains(name)) ? "digit" : "class";

    /// <summary>The classes of a model in the order in which they are shown: digits from 0 on, others as they are.</summary>
    public static IEnumerable<int> ClassesOf(DigitModel model)
    {
        int?[] numbers = [.. model.ClassNames.Select(name => int.TryParse(name, out var number) ? number : (int?)null)];
        return numbers.Contains(null)
            ? Enumerable.Range(0, numbers.Length)
            : Enumerable.Range(0, numbers.Length).OrderBy(index => numbers[index]);
    }

    /// <summary>Runs the network of a model backwards for one class.</summary>
    public static ImaginedDigit Of(DigitModel model, int index)
    {
        var backquery = NetworkBackquery.Of(model.Network.Weights, index);
        var features = backquery.Features.AsSpan();

        // A model that prepares its pixels in another way takes features of its own scale; the classic one shows them.
        var scaling = model.Scaling ?? PixelScaling.Classic;
        return new ImaginedDigit(
            index, model.ClassNames, backquery, [.. scaling.ToPixels(features)], [.. model.Network.Query(features)]);
    }
}
