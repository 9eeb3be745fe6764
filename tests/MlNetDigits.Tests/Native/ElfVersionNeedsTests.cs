using MlNetDigits.Tests.Support;
using MlNetDigits.Training;

namespace MlNetDigits.Tests.Native;

public sealed class ElfVersionNeedsTests
{
    private const string Version = "GLIBCXX_3.4.32";

    [LinuxFact]
    public void Read_RealLibrary_ListsVersionsByLibrary()
    {
        var read = ElfVersionNeeds.Read(RealLibrary());

        Assert.Equal(ElfReading.Found, read.Reading);
        var need = Assert.Single(read.Needs, need => need.Version == Version);
        Assert.Equal("libstdc++.so.6", need.Library);
        Assert.False(need.IsWeak);
        Assert.Contains(read.Needs, need => need is { Library: "libc.so.6", Version: "GLIBC_2.34" });
        // As readelf -V counts them: 1 + 1 + 1 + 5 + 20 in TorchSharp 0.107.0.
        Assert.Equal(28, read.Needs.Length);
    }

    [LinuxFact]
    public void MarkWeak_RealLibrary_ChangesOnlyTheFlagsOfThatEntry()
    {
        var file = RealLibrary();
        var flags = ElfVersionNeeds.Read(file).Needs.Single(need => need.Version == Version).FlagsOffset;

        var mend = ElfVersionNeeds.MarkWeak(file, Version);

        Assert.Equal(ElfMendOutcome.Mended, mend.Outcome);
        Assert.Equal(file.Length, mend.Bytes.Length);
        var changed = Enumerable.Range(0, file.Length).Where(index => file[index] != mend.Bytes[index]);
        // Little-endian: the flag 2 is in the first of the two bytes.
        Assert.Equal([flags], changed);
        Assert.Equal([2, 0], mend.Bytes[flags..(flags + 2)]);
        var after = ElfVersionNeeds.Read(mend.Bytes);
        Assert.Equal([Version], after.Needs.Where(need => need.IsWeak).Select(need => need.Version));
    }

    [LinuxFact]
    public void MarkWeak_Twice_ChangesNothingMore()
    {
        var once = ElfVersionNeeds.MarkWeak(RealLibrary(), Version);

        var twice = ElfVersionNeeds.MarkWeak(once.Bytes, Version);

        Assert.Equal(ElfMendOutcome.AlreadyWeak, twice.Outcome);
        Assert.Equal(once.Bytes, twice.Bytes);
    }

    [LinuxFact]
    public void MarkWeak_VersionThatIsNotNeeded_ChangesNothing()
    {
        var file = RealLibrary();

        var mend = ElfVersionNeeds.MarkWeak(file, "GLIBCXX_9.9.99");

        Assert.Equal(ElfMendOutcome.NotNeeded, mend.Outcome);
        Assert.Equal(file, mend.Bytes);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\u007fELF")]
    [InlineData("This is a text file that is long enough to hold an ELF header, but it is not one.")]
    public void MarkWeak_NotElf_SaysSoAndChangesNothing(string text)
    {
        var bytes = System.Text.Encoding.Latin1.GetBytes(text);

        Assert.Equal(ElfReading.NotElf, ElfVersionNeeds.Read(bytes).Reading);
        var mend = ElfVersionNeeds.MarkWeak(bytes, Version);
        Assert.Equal(ElfMendOutcome.NotReadable, mend.Outcome);
        Assert.Equal(bytes, mend.Bytes);
    }

    [LinuxFact]
    public void Read_TruncatedAnywhere_NeverThrowsNorInventsVersions()
    {
        var file = RealLibrary();
        var names = ElfVersionNeeds.Read(file).Needs.Select(need => need.Version).ToHashSet();
        var lengths = Enumerable.Range(0, 600).Concat(Enumerable.Range(0, 500).Select(step => file.Length / 500 * step));

        foreach (var length in lengths)
        {
            var read = ElfVersionNeeds.Read(file.AsSpan(0, length));

            Assert.All(read.Needs, need => Assert.Contains(need.Version, names));
            Assert.Equal(read.Reading == ElfReading.Found, read.Needs.Length > 0);
        }

        Assert.Equal(ElfReading.Malformed, ElfVersionNeeds.Read(file.AsSpan(0, 64)).Reading);
        Assert.Equal(ElfReading.Malformed, ElfVersionNeeds.Read(file.AsSpan(0, file.Length / 2)).Reading);
    }

    [LinuxFact]
    public void MarkWeak_HostileBytes_NeverThrows()
    {
        var file = RealLibrary();
        var needs = ElfVersionNeeds.Read(file).Needs;
        var (first, last) = (needs.Min(need => need.FlagsOffset) - 32, needs.Max(need => need.FlagsOffset) + 16);
        // The places that matter: the file header, the segments, the dynamic section's last part, the version entries.
        int[] places = [.. Enumerable.Range(16, 600), .. Enumerable.Range(first, last - first), .. DynamicSection(file)];
        var random = new Random(1);

        foreach (var place in places)
        {
            var saved = file[place];
            file[place] = (byte)random.Next(256);
            var read = ElfVersionNeeds.Read(file);
            Assert.True(read.Needs.Length <= 4096);
            Assert.All(read.Needs, need => Assert.InRange(need.FlagsOffset, 0, file.Length - 2));
            file[place] = saved;
        }
    }

    private static IEnumerable<int> DynamicSection(byte[] file)
    {
        var segments = Enumerable.Range(0, BitConverter.ToUInt16(file, 0x38)).Select(index => 64 + (index * 56));
        var dynamic = segments.Single(segment => BitConverter.ToUInt32(file, segment) == 2);
        return Enumerable.Range(
            (int)BitConverter.ToUInt64(file, dynamic + 8), (int)BitConverter.ToUInt64(file, dynamic + 32));
    }

    private static byte[] RealLibrary()
        => File.ReadAllBytes(TorchNativeFiles.Find(TorchNativeFiles.FoldersOfThisProcess()).LibTorchSharp!);
}
