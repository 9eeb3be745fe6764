using static System.FormattableString;
using static MlNetDigits.Training.ValueRange;
using Entry = MlNetDigits.Training.Setting<MlNetDigits.Training.SigmoidNetworkOptions>;

namespace MlNetDigits.Training;

/// <summary>The part of <see cref="TrainerSettings"/> on <see cref="SigmoidNetworkOptions.Distortions"/>.</summary>
internal static class DistortionSettings
{
    /// <summary>What is drawn for each image by chance.</summary>
    public static IReadOnlyList<Entry> Drawn { get; } =
    [
        Create(
            nameof(ImageDistortions.Rotation),
            distortions => distortions.Rotation,
            (distortions, value) => distortions with { Rotation = value },
            Between(0, 180)) with
        {
            Word = "rotation",
            Help = "Turn each image anew in each epoch, by up to so many degrees either way",
            Title = "Rotation, degrees",
        },
        Create(
            nameof(ImageDistortions.Scale),
            distortions => distortions.Scale,
            (distortions, value) => distortions with { Scale = value },
            Between(0, 0.9f)) with
        {
            Word = "scale",
            Help = "Make each image wider or narrower, higher or lower, by up to such a share",
            Title = "Change of size",
        },
        Create(
            nameof(ImageDistortions.Shear),
            distortions => distortions.Shear,
            (distortions, value) => distortions with { Shear = value },
            Between(0, 2)) with
        {
            Word = "shear",
            Help = "Slant each image, by up to so many columns a row",
            Title = "Slant",
        },
        Create(
            nameof(ImageDistortions.Shift),
            distortions => distortions.Shift,
            (distortions, value) => distortions with { Shift = value },
            Between(0, 1000)) with
        {
            Word = "shift",
            Help = "Move each image, by up to so many pixels",
            Title = "Shift, pixels",
        },
        Create(
            nameof(ImageDistortions.Elastic),
            distortions => distortions.Elastic,
            (distortions, value) => distortions with { Elastic = value },
            Between(0, 100)) with
        {
            Word = "elastic",
            Help = "Bend each image, by so many pixels (root of the mean square)",
            Title = "Elastic, pixels",
        },
        Create(
            nameof(ImageDistortions.ElasticSmoothness),
            distortions => distortions.ElasticSmoothness,
            (distortions, value) => distortions with { ElasticSmoothness = value },
            Between(0.5f, 64),
            isTold: value => value != ImageDistortions.None.ElasticSmoothness) with
        {
            Word = "elastic-smoothness",
            Help = "How smoothly it is bent: the deviation of the blur, in pixels",
            Title = "Elastic smoothness, pixels",
        },
    ];

    /// <summary>The entries, in the order in which they are shown.</summary>
    public static IReadOnlyList<Entry> All { get; } =
    [
        .. Drawn,
        Create(
            nameof(ImageDistortions.TurnedCopies),
            distortions => distortions.TurnedCopies,
            (distortions, value) => distortions with { TurnedCopies = value },
            Between(0, 180)) with
        {
            Word = "rotations",
            Help = "Learn each image three times: as it is, and turned by so many degrees to the left and to the right",
            Title = "Turned copies, degrees",
        },
        Entry.Create(
            $"{nameof(SigmoidNetworkOptions.Distortions)}.{nameof(ImageDistortions.Shape)}",
            options => options.Distortions.Shape,
            (options, value) => options with { Distortions = options.Distortions with { Shape = value } },
            value => value is { Rows: < 1 } or { Columns: < 1 } ? $"must be at least 1 x 1, not {value}." : null),
    ];

    private static Entry Create(
        string property,
        Func<ImageDistortions, float> get,
        Func<ImageDistortions, float, ImageDistortions> set,
        Func<float, string?> findProblem,
        Func<float, bool>? isTold = null)
    {
        isTold ??= value => value != 0;
        return Entry.Create(
            $"{nameof(SigmoidNetworkOptions.Distortions)}.{property}",
            options => get(options.Distortions),
            (options, value) => options with { Distortions = set(options.Distortions, value) },
            findProblem,
            phrase: value => isTold(value) ? Invariant($"{Words(property)} {value}") : null,
            describe: value => isTold(value) ? Invariant($"{value}") : null);
    }

    private static string Words(string property) => property switch
    {
        nameof(ImageDistortions.ElasticSmoothness) => "smoothness",
        nameof(ImageDistortions.TurnedCopies) => "turned copies",
        _ => property.ToLowerInvariant(),
    };
}
