using System.Collections.Immutable;

namespace MlNetDigits.Pictures;

/// <summary>Patches of ink that make one digit.</summary>
/// <param name="Box">The box around all of them.</param>
/// <param name="Blobs">The patches; at least one.</param>
internal sealed record BlobGroup(PictureBox Box, ImmutableArray<Blob> Blobs)
{
    /// <summary>Why it may be no digit; null if nothing speaks against it.</summary>
    public string? Doubt { get; init; }

    /// <summary>All pixels.</summary>
    public IEnumerable<InkRun> Runs => Blobs.SelectMany(blob => blob.Runs);

    /// <summary>Makes a group of patches, at least one.</summary>
    public static BlobGroup Of(ImmutableArray<Blob> blobs)
        => new(blobs.Select(blob => blob.Box).Aggregate((all, box) => all.Around(box)), blobs);

    /// <summary>This group and another as one.</summary>
    public BlobGroup With(BlobGroup other) => new(Box.Around(other.Box), [.. Blobs, .. other.Blobs]);
}
