using System.Collections.Immutable;
using System.Security.Cryptography;
using MlNetDigits.Cli.Data;
using MlNetDigits.Tests.Data;
using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Cli.Data;

public sealed class MnistDownloadTests : IDisposable
{
    private static readonly byte[] One = DigitFiles.Gzip(RandomNumberGenerator.GetBytes(5_000));
    private static readonly byte[] Two = DigitFiles.Gzip(RandomNumberGenerator.GetBytes(300));

    private readonly TemporaryFolder _folder = new();
    private readonly FileServer _server = new();
    private readonly HttpClient _client = new();
    private readonly ImmutableArray<PublishedFile> _files;

    public MnistDownloadTests()
    {
        _server.Files["one.gz"] = One;
        _server.Files["two.gz"] = Two;
        _files = [Published("one"), Published("two")];
    }

    public void Dispose()
    {
        _client.Dispose();
        _server.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task RunAsync_EmptyFolder_GetsTheFiles()
    {
        var files = await RunAsync();

        Assert.Equal(["one.gz", "two.gz"], _folder.Names());
        Assert.Equal(One, File.ReadAllBytes(_folder.File("one.gz")));
        Assert.Equal(Two, File.ReadAllBytes(_folder.File("two.gz")));
        Assert.Equal([new(_folder.File("one.gz"), false), new(_folder.File("two.gz"), false)], files.AsEnumerable());
    }

    [Fact]
    public async Task RunAsync_RightFileIsThere_IsNotAskedFor()
    {
        _folder.Write("one.gz", One);

        var files = await RunAsync();

        Assert.Equal(["two.gz"], _server.Requests);
        Assert.Equal([true, false], files.Select(file => file.WasThere));
    }

    [Fact]
    public async Task RunAsync_WrongFileIsThere_IsReplaced()
    {
        _folder.Write("one.gz", "something else");

        await RunAsync();

        Assert.Equal(One, File.ReadAllBytes(_folder.File("one.gz")));
    }

    [Fact]
    public async Task RunAsync_ConnectionIsCut_KeepsWhatArrivedAndSaysSo()
    {
        _server.CutAfter["one.gz"] = 2_000;

        var exception = await Assert.ThrowsAsync<InvalidInputException>(RunAsync);

        Assert.Contains("one.gz: the connection was cut after 2000 bytes", exception.Message, StringComparison.Ordinal);
        Assert.Equal(One[..2_000], File.ReadAllBytes(_folder.File("one.gz.partial")));
    }

    [Fact]
    public async Task RunAsync_AfterACut_AsksForTheRestOnly()
    {
        _server.CutAfter["one.gz"] = 2_000;
        await Assert.ThrowsAsync<InvalidInputException>(RunAsync);

        await RunAsync();

        Assert.Equal(["one.gz", "one.gz bytes=2000-", "two.gz"], _server.Requests);
        Assert.Equal(One, File.ReadAllBytes(_folder.File("one.gz")));
        Assert.Equal(["one.gz", "two.gz"], _folder.Names());
    }

    [Fact]
    public async Task RunAsync_ServerCannotContinue_StartsAnew()
    {
        _server.KnowsRanges = false;
        _folder.Write("one.gz.partial", One[..2_000]);

        await RunAsync();

        Assert.Equal(One, File.ReadAllBytes(_folder.File("one.gz")));
    }

    [Fact]
    public async Task RunAsync_PartialIsLongerThanTheFile_StartsAnew()
    {
        _folder.Write("one.gz.partial", new byte[One.Length + 1]);

        await RunAsync();

        Assert.Equal(One, File.ReadAllBytes(_folder.File("one.gz")));
    }

    [Fact]
    public async Task RunAsync_PartialIsWhole_IsNotAskedFor()
    {
        _folder.Write("one.gz.partial", One);

        await RunAsync();

        Assert.Equal(["two.gz"], _server.Requests);
        Assert.Equal(["one.gz", "two.gz"], _folder.Names());
    }

    [Fact]
    public async Task RunAsync_WrongContent_ErrorNamesBothChecksumsAndNothingStays()
    {
        _server.Files["one.gz"] = Two;

        var exception = await Assert.ThrowsAsync<InvalidInputException>(RunAsync);

        Assert.Contains(
            $"should be {_files[0].Md5}, but is {_files[1].Md5}", exception.Message, StringComparison.Ordinal);
        Assert.Contains("one.gz arrived with the wrong content", exception.Message, StringComparison.Ordinal);
        Assert.Empty(_folder.Names());
    }

    [Fact]
    public async Task RunAsync_NotInTheMirror_ErrorSaysWhatTheServerAnswers()
    {
        _server.Files.Clear();

        var exception = await Assert.ThrowsAsync<InvalidInputException>(RunAsync);

        Assert.Equal(new Uri(_server.Address, "one.gz").AbsoluteUri, exception.Path);
        Assert.Contains("the server answers 404", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_NobodyListens_ErrorSaysItCannotBeReached()
    {
        _server.Dispose();

        var exception = await Assert.ThrowsAsync<InvalidInputException>(RunAsync);

        Assert.Contains("cannot be reached", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_Cancelled_Stops()
    {
        using var source = new CancellationTokenSource();
        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => MnistDownload.RunAsync(
            _client, _server.Address, _folder.Path, files: _files, cancellationToken: source.Token));
    }

    [Fact]
    public async Task RunAsync_MirrorWithoutSlash_IsTheSameFolder()
    {
        var mirror = new Uri(_server.Address.AbsoluteUri.TrimEnd('/'));

        var files = await MnistDownload.RunAsync(_client, mirror, _folder.Path, files: _files);

        Assert.Equal(2, files.Length);
    }

    [Fact]
    public async Task RunAsync_AfterACut_ProgressCountsWhatWasThere()
    {
        _folder.Write("one.gz.partial", One[..2_000]);
        var reports = new Reports();

        await MnistDownload.RunAsync(_client, _server.Address, _folder.Path, reports, [_files[0]]);

        Assert.True(reports.Seen[0].Bytes > 2_000);
        Assert.All(reports.Seen, report => Assert.Equal(One.Length, report.TotalBytes));
        Assert.Equal(new DownloadProgress("one.gz", One.Length, One.Length, Done: true), reports.Seen[^1]);
    }

    private Task<ImmutableArray<DownloadedFile>> RunAsync()
        => MnistDownload.RunAsync(_client, _server.Address, _folder.Path, files: _files);

    private PublishedFile Published(string name)
    {
        var content = DigitFiles.Gunzip(_folder.Write("packed", _server.Files[name + ".gz"]));
        File.Delete(_folder.File("packed"));
#pragma warning disable CA5351 // What was published for MNIST is MD5.
        return new PublishedFile(name, content.Length, Convert.ToHexStringLower(MD5.HashData(content)));
#pragma warning restore CA5351
    }

    // Progress<T> would report from another thread, and after the end.
    private sealed class Reports : IProgress<DownloadProgress>
    {
        public List<DownloadProgress> Seen { get; } = [];

        public void Report(DownloadProgress value) => Seen.Add(value);
    }
}
