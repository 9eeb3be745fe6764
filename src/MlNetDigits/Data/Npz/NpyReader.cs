using System.IO.Compression;

namespace MlNetDigits;

/// <summary>
/// Reads one array of an .npz file from start to end, as pixels or as labels. Nothing is ever sized by what a header claims,
/// and nothing is kept but a block.
/// </summary>
internal sealed class NpyReader : IRecordReader
{
    // Of pictures of digits hardly a tenth is saved by packing; of zeros, a thousandth is left.
    private const int MostUnpackedToPacked = 200;
    private const long LargeUnpacked = 64 << 20;

    private readonly ZipArchive _archive;
    private readonly ZipArchiveEntry _entry;
    private readonly Stream _content;
    private readonly NpyHeader _header;
    private readonly NpyNumbers _numbers;
    private readonly int _numbersPerRecord;
    private byte[] _stored = [];
    private uint _checksum;
    private long _index;

    /// <summary>Opens an array and reads its header.</summary>
    /// <param name="path">The file.</param>
    /// <param name="array">The array's name.</param>
    /// <param name="isPixels">Whether it holds pixels, and not labels.</param>
    /// <param name="range">What its pixels are said to go from and to; null for 0 to 255.</param>
    /// <exception cref="InvalidInputException">The file cannot be read, or the array is of another kind.</exception>
    public NpyReader(string path, string array, bool isPixels, PixelRange? range = null)
    {
        (Path, Array) = (path, array);
        _archive = NpzArchive.Open(path);
        try
        {
            _entry = NpzArchive.Arrays(_archive).First(entry => NpzArchive.NameOf(entry) == array);
            CheckDeclared();
            _content = _entry.Open();
            _header = NpyHeader.Read(Fill, out var problem) ?? throw Problem(problem!);
            _numbersPerRecord = isPixels ? DigitFormat.Pixels : 1;
            if (NpyShape.FindProblem(_header, isPixels) is { } wrong)
                throw Problem(wrong);
            _numbers = new NpyNumbers(_header.Form!.Value, isPixels, range);
            CheckLength();
        }
        catch (Exception exception) when (NpzArchive.IsDamage(exception))
        {
            Dispose();
            throw NpzArchive.Damaged(path, exception);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public string Path { get; }

    /// <inheritdoc/>
    public string Array { get; }

    /// <inheritdoc/>
    public long Count => _header.Shape[0];

    private int StoredPerRecord => _numbersPerRecord * _header.Form!.Value.Length;

    /// <inheritdoc/>
    public int Read(Span<byte> records)
    {
        if (_index == Count)
        {
            CheckEnd();
            return 0;
        }

        var count = (int)Math.Min(records.Length / _numbersPerRecord, Count - _index);
        var wanted = records[..(count * _numbersPerRecord)];
        if (_numbers.AreBytes)
            FillAll(wanted);
        else
            ReadNumbers(wanted);
        _index += count;
        return count;
    }

    public void Dispose()
    {
        _content?.Dispose();
        _archive.Dispose();
    }

    private void ReadNumbers(Span<byte> values)
    {
        var length = values.Length * _header.Form!.Value.Length;
        if (_stored.Length < length)
            _stored = new byte[length];
        FillAll(_stored.AsSpan(0, length));
        var (at, problem) = _numbers.Convert(_stored, values);
        if (at < 0)
            return;
        var place = _numbersPerRecord == 1 ? "label" : $"pixel {(at % _numbersPerRecord) + 1} of picture";
        throw Problem($"{place} {_index + (at / _numbersPerRecord) + 1} {problem}");
    }

    private void FillAll(Span<byte> wanted)
    {
        if (Fill(wanted) < wanted.Length)
            throw Problem("is cut short; get the file again");
    }

    private int Fill(Span<byte> buffer)
    {
        try
        {
            var read = _content.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            _checksum = Crc32.Append(_checksum, buffer[..read]);
            return read;
        }
        catch (Exception exception) when (NpzArchive.IsDamage(exception))
        {
            throw NpzArchive.Damaged(Path, exception);
        }
    }

    // Before anything is unpacked.
    private void CheckDeclared()
    {
        if (_entry.Length < 0 || (_entry.Length > LargeUnpacked && _entry.Length / MostUnpackedToPacked > _entry.CompressedLength))
            throw Problem($"declares {_entry.Length} bytes that are packed into {_entry.CompressedLength}, which no pictures or labels are; nothing of it is unpacked");
    }

    private void CheckLength()
    {
        var expected = _header.Length + (Count * StoredPerRecord);
        if (_entry.Length != expected)
            throw Problem($"has {_entry.Length} bytes, but its header speaks of {expected}; get the file again");
    }

    private void CheckEnd()
    {
        Span<byte> one = stackalloc byte[1];
        if (Fill(one) > 0)
            throw Problem("goes on after what its header speaks of; get the file again");
        if (_checksum != _entry.Crc32)
            throw Problem("has the wrong checksum, so it is damaged; get the file again");
        if (_numbers.FindProblem() is { } problem)
            throw Problem(problem);
    }

    private InvalidInputException Problem(string problem) => new(Path, $"its array '{Array}' {problem}");
}
