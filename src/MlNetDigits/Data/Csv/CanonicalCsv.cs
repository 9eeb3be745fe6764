using System.Buffers.Binary;
using System.Buffers.Text;
using System.Runtime.CompilerServices;
using Microsoft.ML.Data;

namespace MlNetDigits;

/// <summary>
/// Digits as the plainest CSV there is: the label first, no header, no quotes, lines that end in a line feed. ML.NET's text
/// loader reads this and never the file itself, whose lines it would take its own way: those that begin with # as remarks,
/// for one.
/// </summary>
/// <param name="rows">The digits; gone through anew for each reader. Each may be the same one, filled anew.</param>
internal sealed class CanonicalCsv(IEnumerable<CsvRow> rows) : IMultiStreamSource
{
    /// <inheritdoc/>
    public int Count => 1;

    /// <inheritdoc/>
    public string? GetPathOrNull(int index) => null;

    /// <inheritdoc/>
    public Stream Open(int index) => new Lines(rows.GetEnumerator());

    /// <inheritdoc/>
    public TextReader OpenTextReader(int index) => new StreamReader(Open(index), bufferSize: 1 << 16);

    /// <summary>A line a digit, written when it is asked for.</summary>
    private sealed class Lines(IEnumerator<CsvRow> rows) : Stream
    {
        // The most that a number takes, such as 1.17549435E-38, and its comma.
        private const int LongestValue = 17;
        private const int LongestLabel = 3;

        // Each number with the comma before it, and how long that is.
        private static readonly (uint Text, byte Length)[] Bytes = [.. Enumerable.Range(0, 256).Select(value => AsText((byte)value))];

        private static ReadOnlySpan<byte> EightZeros => ",0,0,0,0,0,0,0,0"u8;

        private readonly byte[] _line = new byte[LongestLabel + (DigitFormat.Pixels * LongestValue) + 1];
        private int _start;
        private int _end;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(Span<byte> buffer)
        {
            var read = 0;
            while (read < buffer.Length)
            {
                if (_start == _end)
                {
                    if (!rows.MoveNext())
                        break;
                    (_start, _end) = (0, Format(rows.Current));
                }

                var count = Math.Min(_end - _start, buffer.Length - read);
                _line.AsSpan(_start, count).CopyTo(buffer[read..]);
                _start += count;
                read += count;
            }

            return read;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                rows.Dispose();
            base.Dispose(disposing);
        }

        private static (uint Text, byte Length) AsText(byte value)
        {
            Span<byte> text = stackalloc byte[sizeof(uint)];
            text[0] = (byte)',';
            Utf8Formatter.TryFormat(value, text[1..], out var length);
            return (BinaryPrimitives.ReadUInt32LittleEndian(text), (byte)(1 + length));
        }

        private int Format(CsvRow row)
        {
            Utf8Formatter.TryFormat(row.Label, _line, out var at);
            at += row.IsWhole ? FormatWhole(row.Pixels, _line.AsSpan(at)) : FormatExact(row.Exact, _line.AsSpan(at));
            _line[at++] = (byte)'\n';
            return at;
        }

        // Optimised at once: one pass over a file is over before tiered compilation would get to it.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static int FormatWhole(ReadOnlySpan<byte> pixels, Span<byte> line)
        {
            var at = 0;
            var bytes = Bytes;
            for (var i = 0; i < pixels.Length;)
            {
                // Four fifths of a digit is background.
                if (i + (EightZeros.Length / 2) <= pixels.Length && BinaryPrimitives.ReadUInt64LittleEndian(pixels[i..]) == 0)
                {
                    EightZeros.CopyTo(line[at..]);
                    at += EightZeros.Length;
                    i += EightZeros.Length / 2;
                    continue;
                }

                var (text, length) = bytes[pixels[i++]];
                BinaryPrimitives.WriteUInt32LittleEndian(line[at..], text);
                at += length;
            }

            return at;
        }

        private static int FormatExact(ReadOnlySpan<float> pixels, Span<byte> line)
        {
            var at = 0;
            foreach (var pixel in pixels)
            {
                line[at++] = (byte)',';
                Utf8Formatter.TryFormat(pixel, line[at..], out var length);
                at += length;
            }

            return at;
        }
    }
}
