using System.Text;

namespace MlNetDigits.Tests.Support;

/// <summary>Keeps what is written, from any thread, and tells of each line once it is whole.</summary>
/// <param name="onLine">Called on the thread that has written the line, which is kept by then; without its end.</param>
internal sealed class LineWriter(Action<string> onLine) : TextWriter
{
    private readonly Lock _lock = new();
    private readonly StringBuilder _written = new();
    private int _told;

    /// <inheritdoc/>
    public override Encoding Encoding => Encoding.UTF8;

    /// <inheritdoc/>
    public override void Write(char value) => Write([value]);

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    /// <inheritdoc/>
    public override void Write(string? value) => Write(value.AsSpan());

    /// <inheritdoc/>
    public override void WriteLine(string? value) => Write($"{value}\n".AsSpan());

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<char> buffer)
    {
        var lines = new List<string>();
        lock (_lock)
        {
            _written.Append(buffer);
            if (!buffer.Contains('\n'))
                return;
            var text = _written.ToString(_told, _written.Length - _told);
            var whole = text.LastIndexOf('\n') + 1;
            lines.AddRange(text[..whole].Split('\n')[..^1]);
            _told += whole;
        }

        // Outside the lock: what is told may write something itself, or wait for somebody who does.
        lines.ForEach(onLine);
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        lock (_lock)
            return _written.ToString();
    }
}
