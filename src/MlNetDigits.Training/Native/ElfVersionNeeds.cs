using System.Buffers.Binary;
using System.Collections.Immutable;

namespace MlNetDigits.Training;

/// <summary>The symbol versions that a shared library needs from others: its section <c>.gnu.version_r</c>.</summary>
/// <param name="Reading">Whether the list could be read.</param>
/// <param name="Needs">The list; empty unless it was found.</param>
/// <remarks>
/// Found through the dynamic segment, as the system's loader does: section headers may have been stripped. The bytes
/// are not trusted, and every outcome is a value.
/// </remarks>
internal sealed record ElfVersionNeeds(ElfReading Reading, ImmutableArray<ElfVersionNeed> Needs)
{
    private const ulong StringTable = 5;
    private const ulong StringTableSize = 10;
    private const ulong VersionNeeds = 0x6ffffffe;
    private const ulong VersionNeedsCount = 0x6fffffff;
    private const int EntrySize = 16;

    // Real libraries have some dozens; entries of a hostile file may overlap and be endless.
    private const int MostNeeds = 4096;

    /// <summary>Reads the list from the bytes of a whole library file.</summary>
    public static ElfVersionNeeds Read(ReadOnlySpan<byte> file)
    {
        var image = new ElfImage(file);
        if (!image.IsElf)
            return None(ElfReading.NotElf);
        if (image.DynamicEntries() is not { } dynamic)
            return None(ElfReading.Malformed);
        if (!dynamic.TryGetValue(VersionNeeds, out var needsAddress))
            return None(ElfReading.NoVersionNeeds);

        return image.FileOffset(needsAddress) is { } needs
            && dynamic.TryGetValue(VersionNeedsCount, out var count)
            && dynamic.TryGetValue(StringTable, out var namesAddress)
            && dynamic.TryGetValue(StringTableSize, out var namesSize)
            && image.FileOffset(namesAddress) is { } names
                ? Libraries(image, needs, count, image.Region(names, namesSize))
                : None(ElfReading.Malformed);
    }

    /// <summary>The same file with the needs for one version marked weak; a copy, whatever the outcome.</summary>
    /// <param name="file">The whole library file.</param>
    /// <param name="version">The version's name; every library that it is asked of is meant.</param>
    public static ElfMend MarkWeak(ReadOnlySpan<byte> file, string version)
    {
        var read = Read(file);
        var mended = file.ToArray();
        if (read.Reading is ElfReading.NotElf or ElfReading.Malformed)
            return new(ElfMendOutcome.NotReadable, mended);

        var matching = read.Needs.Where(need => need.Version == version).ToArray();
        foreach (var need in matching)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(
                mended.AsSpan(need.FlagsOffset), (ushort)(need.Flags | ElfVersionNeed.WeakFlag));
        }

        var outcome = matching.Length == 0 ? ElfMendOutcome.NotNeeded
            : matching.All(need => need.IsWeak) ? ElfMendOutcome.AlreadyWeak
            : ElfMendOutcome.Mended;
        return new(outcome, mended);
    }

    private static ElfVersionNeeds Libraries(ElfImage image, ulong offset, ulong count, ReadOnlySpan<byte> names)
    {
        var needs = ImmutableArray.CreateBuilder<ElfVersionNeed>();
        for (ulong index = 0; index < count; index++)
        {
            var entry = image.Region(offset, EntrySize);
            if (entry.IsEmpty || ElfImage.Text(names, U32(entry, 4)) is not { } library)
                return None(ElfReading.Malformed);

            var versions = BinaryPrimitives.ReadUInt16LittleEndian(entry[2..]);
            if (!TryAddVersions(image, offset + U32(entry, 8), versions, names, library, needs))
                return None(ElfReading.Malformed);

            var next = U32(entry, 12);
            if (next == 0)
                break;
            offset += next;
        }

        return new(needs.Count > 0 ? ElfReading.Found : ElfReading.NoVersionNeeds, needs.ToImmutable());
    }

    private static bool TryAddVersions(
        ElfImage image, ulong offset, int count, ReadOnlySpan<byte> names, string library,
        ImmutableArray<ElfVersionNeed>.Builder needs)
    {
        for (var index = 0; index < count; index++)
        {
            var entry = image.Region(offset, EntrySize);
            if (entry.IsEmpty || needs.Count == MostNeeds || ElfImage.Text(names, U32(entry, 8)) is not { } version)
                return false;

            var flags = BinaryPrimitives.ReadUInt16LittleEndian(entry[4..]);
            needs.Add(new(library, version, flags, FlagsOffset: (int)offset + 4));

            var next = U32(entry, 12);
            if (next == 0)
                break;
            offset += next;
        }

        return true;
    }

    private static ElfVersionNeeds None(ElfReading reading) => new(reading, []);

    private static uint U32(ReadOnlySpan<byte> bytes, int offset)
        => BinaryPrimitives.ReadUInt32LittleEndian(bytes[offset..]);
}
