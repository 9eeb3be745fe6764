using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Data;

/// <summary>A small data set as somebody might have it, right or wrong.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Bytes">What is in it.</param>
/// <param name="LabelBytes">What is in the labels file of an IDX pair; null for CSV.</param>
/// <param name="Options">What is said of it on the command line.</param>
/// <param name="Labels">The labels that are meant; null if it was damaged, so that nobody can say.</param>
internal sealed record OddFile(
    string Name, byte[] Bytes, byte[]? LabelBytes, ImmutableArray<string> Options, ImmutableArray<int>? Labels)
{
    private static readonly string[] LabelNames = ["label", "class", "target", "digit", "y", "Label", " CLASS "];
    private static readonly string[] IdNames = ["", "id", "ImageId", "index", "Unnamed: 0"];
    private static readonly string[] LineEnds = ["\n", "\n", "\n", "\r\n", "\r", "\r\r\n", "\n\n", " \n"];
    private static readonly string[] Tops = ["", "", "", "", "\uFEFF", "\n\n", "# made by hand\n", "sep=,\n", "// a, b\n", "% x\n", "@relation d\n@data\n", "\uFEFF\n"];

    /// <summary>What is said of it, in code.</summary>
    public DigitDataOptions DataOptions => new()
    {
        LabelColumn = LabelColumn.Parse(After("--label-column")),
        PixelRange = PixelRange.Parse(After("--pixel-range")),
    };

    /// <summary>Makes one.</summary>
    public static OddFile Make(int seed)
    {
        var random = new Random(seed);
        return random.Next(5) == 0 ? MakeIdx(random) : MakeCsv(random);
    }

    /// <summary>Writes it, and gives what to name on the command line.</summary>
    public string Write(TemporaryFolder folder)
    {
        if (LabelBytes is not null)
            folder.Write(Name.Replace("images-idx3", "labels-idx1", StringComparison.Ordinal), LabelBytes);
        return folder.Write(Name, Bytes);
    }

    /// <summary>For the message of a test that fails.</summary>
    public override string ToString()
    {
        var text = Encoding.UTF8.GetString(Bytes.AsSpan(0, Math.Min(Bytes.Length, 100_000)));
        return $"{Name} [{string.Join(' ', Options)}] of {(Labels is { } labels ? string.Join(',', labels) : "nobody knows")}: {string.Join("\n", text.Split('\n').Select(line => line.Length > 90 ? line[..45] + "..." + line[^40..] : line))}";
    }

    private string? After(string option) => Options.IndexOf(option) is >= 0 and var place ? Options[place + 1] : null;

    private static OddFile MakeIdx(Random random)
    {
        var labels = MakeLabels(random, 1 + random.Next(8));
        var most = Pick(random, 255, 255, 255, 255, 16, 1, 17, 0);
        var pixels = labels.Select(_ => MakePixels(random, most).Select(value => (byte)value).ToArray()).ToArray();
        byte[] images = [.. DigitFiles.BigEndian(0x803, (uint)labels.Length, 28, 28), .. pixels.SelectMany(image => image)];
        byte[] labelBytes = [.. DigitFiles.BigEndian(0x801, (uint)labels.Length), .. labels.Select(label => (byte)label)];
        var isDamaged = random.Next(3) == 0;
        if (isDamaged)
        {
            switch (random.Next(6))
            {
                case 0: images = images[..random.Next(images.Length)]; break;
                case 1: labelBytes = labelBytes[..random.Next(labelBytes.Length)]; break;
                case 2: images = [.. images, 0]; break;
                case 3: labelBytes[random.Next(labelBytes.Length)] = (byte)random.Next(256); break;
                case 4: images[random.Next(16)] = (byte)random.Next(32); break;
                default: labelBytes = [.. labelBytes, 3]; break;
            }
        }

        if (random.Next(4) == 0)
            images = DigitFiles.Gzip(images);
        return new OddFile("x-images-idx3-ubyte", images, labelBytes, RangeOption(random), isDamaged ? null : [.. labels]);
    }

    private static OddFile MakeCsv(Random random)
    {
        var labels = MakeLabels(random, random.Next(10) == 0 ? 0 : 1 + random.Next(14));
        var most = Pick(random, 255, 255, 255, 255, 255, 16, 1, 300, 9);
        var isFraction = random.Next(8) == 0;
        var hasNoise = random.Next(8) == 0;
        var labelPlace = Pick(random, 0, 0, 0, 784, 784, random.Next(785), -1);
        var start = random.Next(2);
        var idKind = random.Next(4) == 0 ? 1 + random.Next(3) : 0;
        var lines = new List<List<string>>();
        foreach (var (row, label) in labels.Index())
        {
            List<string> values = [.. MakePixels(random, most, hasNoise).Select(value => Text(isFraction && value > 0 && random.Next(3) == 0 ? value - 0.5 : value))];
            if (labelPlace >= 0)
                values.Insert(labelPlace, random.Next(30) == 0 ? $"{label}.0" : $"{label}");
            if (idKind > 0)
                values.Insert(0, idKind switch { 1 => $"{start + row}", 2 => $"{(row * 7) % 23}", _ => $"a{row}.png" });
            lines.Add(values);
        }

        var names = new List<string>();
        var namesKind = random.Next(8);
        names.AddRange(Enumerable.Range(0, 784).Select(pixel => namesKind == 1 ? $"{(pixel / 28) + 1}x{(pixel % 28) + 1}" : $"pixel{pixel}"));
        if (labelPlace >= 0)
            names.Insert(labelPlace, namesKind == 2 ? "answer" : Pick(random, LabelNames));
        if (idKind > 0)
            names.Insert(0, Pick(random, IdNames));
        if (namesKind == 3)
            names = [.. Enumerable.Range(random.Next(2), names.Count).Select(number => $"{number}")];
        if (random.Next(2) == 0)
        {
            if (random.Next(6) == 0)
                names[0] = Pick(random, "#", "# ", "//", "%") + names[0];
            if (random.Next(12) == 0)
                names = names[..random.Next(1, 5)];
            lines.Insert(0, random.Next(5) == 0 ? [.. names.Select(name => $"\"{name}\"")] : names);
        }

        var isDamaged = random.Next(3) == 0 && lines.Count > 0;
        if (isDamaged)
            Damage(random, lines);
        if (random.Next(10) == 0)
            lines = [.. lines.Select(line => line.Select(value => random.Next(50) == 0 && !value.StartsWith('"') ? $"\"{value}\"" : value).ToList())];
        if (random.Next(12) == 0)
            lines = [.. lines.Select(line => line.Append("").ToList())];
        var end = Pick(random, LineEnds);
        var text = Pick(random, Tops) + string.Join(end, lines.Select(line => string.Join(random.Next(40) == 0 ? ", " : ",", line)))
            + Pick(random, end, end, "", "\n \n\n", ",");
        var bytes = Encoding.UTF8.GetBytes(text);
        if (random.Next(20) == 0 && bytes.Length > 0)
            (bytes, isDamaged) = (bytes[..random.Next(bytes.Length)], true);
        if (random.Next(20) == 0 && bytes.Length > 0)
            (bytes[random.Next(bytes.Length)], isDamaged) = ((byte)Pick(random, ',', '\n', '\r', '"', '#', '9', '.', '\0', ' ', ';', '-'), true);
        ImmutableArray<string> said = random.Next(6) == 0 ? ["--label-column", Pick(random, "first", "last", "none", "1", "2", "785", "786", "label", "class", "answer")] : [];

        // What is said may be wrong, and then nobody can say what is right.
        var isInside = labelPlace is > 0 and < 784;
        var isUntold = labels.Length < 3 && (isInside || (hasNoise && labelPlace > 0));
        var isTrue = said.IsEmpty && labelPlace >= 0 && !isUntold;
        return new OddFile("x.csv", bytes, null, [.. said, .. RangeOption(random)], isDamaged || !isTrue ? null : [.. labels]);
    }

    private static void Damage(Random random, List<List<string>> lines)
    {
        var line = lines[random.Next(lines.Count)];
        var place = random.Next(3) switch { 0 => 0, 1 => line.Count - 1, _ => random.Next(line.Count) };
        switch (random.Next(10))
        {
            case 0: line.RemoveAt(place); break;
            case 1: line.Insert(place, Pick(random, "0", "7", "", "x")); break;
            case 2: line[place] = Pick(random, "", "NaN", "-1", "256", "1e9", "x", "1,5", "\"", " 5 ", "5.5", "0x5", "１", "10", "9.0"); break;
            case 3: lines.Insert(random.Next(lines.Count + 1), [Pick(random, "#", "# 1,2", "", " ", "\t", "//x", "label", "@data")]); break;
            case 4: lines.Add([.. lines[0]]); break;
            case 5: line[0] = "#" + line[0]; break;
            case 6: line.Add(""); break;
            case 7: (line[0], line[^1]) = (line[^1], line[0]); break;
            case 8: line.Reverse(); break;
            default:
                foreach (var each in lines)
                    each.RemoveAt(Math.Min(place, each.Count - 1));
                break;
        }
    }

    private static int[] MakeLabels(Random random, int count) => random.Next(6) switch
    {
        0 => [.. Enumerable.Repeat(random.Next(10), count)],
        1 => [.. Enumerable.Range(0, count).Select(row => row % 10)],
        2 => [.. Enumerable.Range(0, count).Select(row => row / 3 % 10)],
        _ => [.. Enumerable.Range(0, count).Select(_ => random.Next(10))],
    };

    private static double[] MakePixels(Random random, int most, bool hasNoise = false)
    {
        var pixels = new double[784];
        if (hasNoise)
        {
            for (var i = 0; i < pixels.Length; i++)
                pixels[i] = random.Next(Math.Min(6, most + 1));
        }

        for (var i = 0; i < 40; i++)
            pixels[200 + random.Next(400)] = random.Next(most + 1);
        if (random.Next(6) == 0)
            pixels[Pick(random, 0, 1, 782, 783)] = random.Next(most + 1);
        return pixels;
    }

    private static ImmutableArray<string> RangeOption(Random random)
        => random.Next(3) == 0 ? ["--pixel-range", Pick(random, "auto", "auto", "255", "1", "16", "-1..1", "255..0", "300")] : [];

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);

    private static T Pick<T>(Random random, params T[] values) => values[random.Next(values.Length)];
}
