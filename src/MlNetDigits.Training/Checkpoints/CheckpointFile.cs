using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MlNetDigits.Training;

/*
 * *** Binary format ***
 * A line of JSON in UTF-8 that ends in a line feed: format, version, seed, sizes, hasBest, history; since version 2 also
 *     moments (how many networks of them follow, 0 to 2) and steps; classes, if they have names.
 * float32, little endian: W1 [hidden, inputs] and W2 [outputs, hidden] of the last epoch,
 *     then, if hasBest, the same of the best epoch, then the optimizer's moments in the same shape.
 * 32 bytes: the SHA-256 of everything before.
 */

/// <summary>Keeps checkpoints in files.</summary>
public static class CheckpointFile
{
    private const string Format = "MlNetDigits checkpoint";
    private const int Version = 2;

    // Without an optimizer's state, earlier versions of the library can read the file too.
    private const int VersionWithoutOptimizer = 1;

    /// <summary>Writes a checkpoint: the file is there whole, or stays as it was.</summary>
    /// <param name="path">The file to make or replace; missing folders are made.</param>
    /// <param name="checkpoint">The checkpoint.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Save(string path, TrainingCheckpoint checkpoint)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        using var content = new MemoryStream();
        using (var writer = new BinaryWriter(content, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Encoding.UTF8.GetBytes(Header(checkpoint).ToJsonString() + "\n"));
            Write(writer, checkpoint.Weights);
            foreach (var more in (NetworkWeights?[])[checkpoint.BestWeights, checkpoint.Optimizer?.FirstMoments, checkpoint.Optimizer?.SecondMoments])
            {
                if (more is not null)
                    Write(writer, more);
            }
        }

        var bytes = content.GetBuffer().AsSpan(0, (int)content.Length);
        var hash = SHA256.HashData(bytes);
        content.Write(hash);
        AtomicFile.Write(path, stream => content.WriteTo(stream));
    }

    /// <summary>Reads a checkpoint.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The checkpoint, equal to the one that was written.</returns>
    /// <exception cref="InvalidInputException">The file is not there, is no checkpoint, or is damaged.</exception>
    public static TrainingCheckpoint Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var bytes = ReadAll(path).AsSpan();
        var end = bytes.IndexOf((byte)'\n');
        if (end < 0 || ParseHeader(bytes[..end]) is not { } header)
            throw new InvalidInputException(path, "is not a checkpoint; give one that training has written");

        var content = bytes[..^SHA256.HashSizeInBytes];
        if (!SHA256.HashData(content).AsSpan().SequenceEqual(bytes[^SHA256.HashSizeInBytes..]))
            throw new InvalidInputException(path, "is damaged or was cut short; go on from another checkpoint, or start anew");
        try
        {
            return Parse(header, content[(end + 1)..]);
        }
        catch (Exception exception) when (exception is FormatException or InvalidOperationException or ArgumentException)
        {
            throw new InvalidInputException(
                path, $"is a checkpoint that this version cannot read ({exception.Message.TrimEnd('.')}); start anew", innerException: exception);
        }
    }

    private static JsonObject Header(TrainingCheckpoint checkpoint)
    {
        var header = HeaderWithoutOptimizer(checkpoint);
        if (checkpoint.Optimizer is { } optimizer)
        {
            header["version"] = Version;
            header["moments"] = optimizer.SecondMoments is null ? 1 : 2;
            header["steps"] = optimizer.Steps;
        }

        if (checkpoint.ClassNames is { } classes)
            header["classes"] = new JsonArray([.. classes.Select(name => JsonValue.Create(name))]);
        return header;
    }

    private static JsonObject HeaderWithoutOptimizer(TrainingCheckpoint checkpoint) => new()
    {
        ["format"] = Format,
        ["version"] = VersionWithoutOptimizer,
        ["seed"] = checkpoint.Seed,
        ["inputs"] = checkpoint.Weights.Inputs,
        ["hidden"] = checkpoint.Weights.HiddenNodes,
        ["outputs"] = checkpoint.Weights.Outputs,
        ["hasBest"] = checkpoint.BestWeights is not null,
        ["history"] = HistoryJson.ToNode(checkpoint.History),
    };

    private static void Write(BinaryWriter writer, NetworkWeights weights)
    {
        foreach (var weight in weights.HiddenWeights.Span)
            writer.Write(weight);
        foreach (var weight in weights.OutputWeights.Span)
            writer.Write(weight);
    }

    private static byte[] ReadAll(string path)
    {
        using var file = InputFile.Open(path);
        if (file.Length > Array.MaxLength || file.Length < SHA256.HashSizeInBytes)
            throw new InvalidInputException(path, $"has {file.Length} bytes, which no checkpoint has");
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }

    private static JsonObject? ParseHeader(ReadOnlySpan<byte> line)
    {
        try
        {
            return JsonNode.Parse(line) is JsonObject header
                && header["format"] is JsonValue value
                && value.TryGetValue<string>(out var format)
                && format == Format ? header : null;
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            // Some other file that happens to have a line; names that come twice are found when one is looked up.
            return null;
        }
    }

    private static TrainingCheckpoint Parse(JsonObject header, ReadOnlySpan<byte> floats)
    {
        var version = NumberOf(header, "version");
        if (version is < VersionWithoutOptimizer or > Version)
            throw new FormatException($"its version is {version}");
        var (inputs, hidden, outputs) = (NumberOf(header, "inputs"), NumberOf(header, "hidden"), NumberOf(header, "outputs"));
        var (bests, moments) = (header["hasBest"]?.GetValue<bool>() == true ? 1 : 0, version == Version ? NumberOf(header, "moments") : 0);
        var networks = 1 + bests + moments;
        var each = ((long)hidden * inputs) + ((long)outputs * hidden);
        if (inputs < 1 || hidden < 1 || outputs < 1 || moments is < 0 or > 2 || floats.Length != each * networks * sizeof(float))
            throw new FormatException("its weights are not as many as it says");
        var stored = new NetworkWeights[networks];
        for (var i = 0; i < networks; i++)
            stored[i] = WeightsOf(floats.Slice((int)(each * sizeof(float) * i), (int)(each * sizeof(float))));
        var checkpoint = new TrainingCheckpoint(
            NumberOf(header, "seed"), stored[0], HistoryJson.FromNode(header["history"]), bests == 1 ? stored[1] : null)
        {
            Optimizer = moments == 0 ? null : new OptimizerState(
                header["steps"]?.GetValue<long>() ?? throw new FormatException("it has no 'steps'"),
                stored[1 + bests],
                moments == 2 ? stored[^1] : null),
            ClassNames = header["classes"] is JsonArray classes ? [.. classes.Select(name => name!.GetValue<string>())] : null,
        };
        return checkpoint.FindProblems().FirstOrDefault() is { } problem
            ? throw new FormatException(problem.Describe(_ => "it"))
            : checkpoint;

        NetworkWeights WeightsOf(ReadOnlySpan<byte> bytes)
        {
            var values = new float[bytes.Length / sizeof(float)];
            for (var i = 0; i < values.Length; i++)
                values[i] = BinaryPrimitives.ReadSingleLittleEndian(bytes[(i * sizeof(float))..]);
            return new NetworkWeights(inputs, hidden, outputs, values.AsSpan(0, hidden * inputs), values.AsSpan(hidden * inputs));
        }
    }

    private static int NumberOf(JsonObject header, string name)
        => header[name]?.GetValue<int>() ?? throw new FormatException($"it has no '{name}'");
}
