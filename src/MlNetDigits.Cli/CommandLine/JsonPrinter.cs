using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MlNetDigits.Cli.CommandLine;

/// <summary>Prints one JSON object value by value, as <see cref="Json.Render"/> would print the whole.</summary>
internal sealed class JsonPrinter : IDisposable
{
    private const int MostWaiting = 1 << 16;

    private readonly TextWriter _output;
    private readonly ArrayBufferWriter<byte> _waiting = new();
    private readonly Utf8JsonWriter _json;

    /// <summary>Begins the object, which ends when this is disposed.</summary>
    public JsonPrinter(TextWriter output)
    {
        _output = output;
        _json = new Utf8JsonWriter(_waiting, new JsonWriterOptions { Indented = true });
        _json.WriteStartObject();
    }

    /// <summary>Prints a value.</summary>
    public void Value(string name, JsonNode? value)
    {
        _json.WritePropertyName(name);
        Write(value);
    }

    /// <summary>Prints an array, each value before the next is made.</summary>
    public void Values(string name, IEnumerable<JsonNode> values)
    {
        _json.WriteStartArray(name);
        foreach (var value in values)
            Write(value);
        _json.WriteEndArray();
    }

    /// <summary>Ends the object with a line feed.</summary>
    public void Dispose()
    {
        _json.WriteEndObject();
        Flush();
        _output.Write('\n');
        _json.Dispose();
    }

    private void Write(JsonNode? value)
    {
        if (value is null)
            _json.WriteNullValue();
        else
            value.WriteTo(_json);
        if (_json.BytesPending + _waiting.WrittenCount >= MostWaiting)
            Flush();
    }

    private void Flush()
    {
        _json.Flush();
        _output.Write(Encoding.UTF8.GetString(_waiting.WrittenSpan));
        _waiting.ResetWrittenCount();
    }
}
