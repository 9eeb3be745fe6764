using MlNetDigits.Cli.CommandLine;

namespace MlNetDigits.Cli.Predict;

/// <summary>Keeps copies of what can be read once only, such as standard input, until disposed.</summary>
internal sealed class Spool : IDisposable
{
    private const long MostBytes = 1L << 30;

    private readonly List<string> _folders = [];
    private Input? _input;

    /// <summary>A copy of standard input, the same each time.</summary>
    /// <exception cref="InvalidInputException">It is far too long.</exception>
    public Input KeepInput(ToolConsole console) => _input ??= Copy(console.OpenInput(), Input.Standard);

    /// <summary>A file as it is; a copy of one that can be read once only, such as a pipe.</summary>
    /// <exception cref="InvalidInputException">It cannot be opened, or is far too long.</exception>
    public Input Keep(string path)
    {
        var stream = InputFile.Open(path);
        if (!stream.CanSeek)
            return Copy(stream, path);
        stream.Dispose();
        return new Input(path, path);
    }

    /// <summary>Removes the copies.</summary>
    public void Dispose()
    {
        foreach (var folder in _folders)
            Directory.Delete(folder, recursive: true);
    }

    private Input Copy(Stream stream, string name)
    {
        using var content = stream;

        // A folder of its own, which nobody else may look into.
        var folder = Directory.CreateTempSubdirectory("digits-").FullName;
        _folders.Add(folder);
        var path = Path.Combine(folder, "content");
        using var file = File.Create(path);
        var part = new byte[1 << 16];
        for (int count; (count = content.Read(part)) > 0;)
        {
            file.Write(part, 0, count);
            if (file.Length > MostBytes)
                throw new InvalidInputException(name, $"is longer than {MostBytes >> 20} MB; save it as a file, and give that");
        }

        return new Input(path, name);
    }
}
