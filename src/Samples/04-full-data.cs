// 4. The full data set: all of MNIST, 60,000 digits to learn from and 10,000 to be asked about.
//
//     dotnet run src/Samples/04-full-data.cs [FOLDER]

#:project ../MlNetDigits.Training/MlNetDigits.Training.csproj
using System.Diagnostics;
using MlNetDigits;
using MlNetDigits.Training;

var folder = args.ElementAtOrDefault(0) ?? $"{AppContext.GetData("EntryPointFileDirectoryPath")}/../../data/mnist";
if (!DigitSource.FolderHas(folder, DigitPart.Train) || !DigitSource.FolderHas(folder, DigitPart.Test))
{
    Console.Error.WriteLine(
        $"MNIST is not in {Path.GetFullPath(folder)}: get it (11 MB) with "
        + "'dotnet run -c Release --project src/MlNetDigits.Cli -- data download'.");
    return 1;
}

using var network = new SigmoidNetwork(inputNodes: 784, hiddenNodes: 200, outputNodes: 10, learningRate: 0.1f, seed: 1);

var clock = Stopwatch.StartNew();
var trained = 0;
foreach (var digit in DigitRecords.Read(DigitSource.Resolve(folder, DigitPart.Train)))
{
    network.Train(Inputs(digit), Targets(digit));
    trained++;
}

Console.WriteLine($"trained on {trained} digits in {clock.Elapsed.TotalSeconds:F1} s");

var (asked, right) = (0, 0);
foreach (var digit in DigitRecords.Read(DigitSource.Resolve(folder, DigitPart.Test)))
{
    var outputs = network.Query(Inputs(digit));
    right += Array.IndexOf(outputs, outputs.Max()) == digit.Label ? 1 : 0;
    asked++;
}

Console.WriteLine($"{right} of {asked} answers are right");
Console.WriteLine($"performance = {(double)right / asked:0.####}");
return 0;

static float[] Inputs(DigitRecord digit) => [.. digit.Pixels.ToArray().Select(pixel => (pixel / 255f * 0.99f) + 0.01f)];

static float[] Targets(DigitRecord digit) => [.. Enumerable.Range(0, 10).Select(i => i == digit.Label ? 0.99f : 0.01f)];
