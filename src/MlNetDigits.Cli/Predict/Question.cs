using System.Collections.Immutable;
using MlNetDigits.Pictures;

namespace MlNetDigits.Cli.Predict;

/// <summary>A picture to ask the network about.</summary>
/// <param name="File">The file that it is in, as people are told of it.</param>
/// <param name="Line">The line or the place in the file, from 1, if that holds rows.</param>
/// <param name="Label">The right answers in reading order, a character a digit, if they are known; of a row the label, and
/// then what the model calls it.</param>
/// <param name="IsPage">Whether it is answered with lines of digits.</param>
/// <param name="Digits">The digits in it; at least one.</param>
internal sealed record Question(
    string File, long? Line, string? Label, bool IsPage, ImmutableArray<FoundDigit> Digits)
{
    /// <summary>What else is in the picture and was taken for no digit.</summary>
    public ImmutableArray<LeftOutMark> LeftOut { get; init; } = [];

    /// <summary>What <see cref="Line"/> counts.</summary>
    public string Unit { get; init; } = "line";

    /// <summary>What a row is called by whoever made its file: by default its place among the rows, from 1.</summary>
    public string? Id { get; init; }

    /// <summary>The class that its folder is named by; null if folders are not named so.</summary>
    public string? ClassFolder { get; init; }

    /// <summary>Where <see cref="Label"/> came from.</summary>
    public Truth? LabelFrom { get; init; }

    /// <summary>What is in its name and was not taken for the right answer; null if there is nothing of the kind.</summary>
    public UnusedLabel? Unused { get; init; }
}
