// 3. The scorecard: train on some digits, then ask about others, and count the right answers.
//
//     dotnet run src/Samples/03-scorecard.cs [FOLDER]

#:project ../MlNetDigits.Training/MlNetDigits.Training.csproj
using MlNetDigits;
using MlNetDigits.Training;

var folder = args.ElementAtOrDefault(0) ?? $"{AppContext.GetData("EntryPointFileDirectoryPath")}/../../data";
using var network = new SigmoidNetwork(inputNodes: 784, hiddenNodes: 200, outputNodes: 10, learningRate: 0.1f, seed: 1);

foreach (var digit in DigitRecords.Read(DigitSource.Resolve(folder, DigitPart.Train)))
    network.Train(Inputs(digit), Targets(digit));

// 1 for a right answer, 0 for a wrong one. The answer is the digit whose output is highest.
List<int> scorecard = [];
foreach (var digit in DigitRecords.Read(DigitSource.Resolve(folder, DigitPart.Test)))
{
    var outputs = network.Query(Inputs(digit));
    var answer = Array.IndexOf(outputs, outputs.Max());
    scorecard.Add(answer == digit.Label ? 1 : 0);
}

foreach (var row in scorecard.Chunk(50))
    Console.WriteLine(string.Concat(row));
Console.WriteLine($"performance = {scorecard.Average():0.####}");

static float[] Inputs(DigitRecord digit) => [.. digit.Pixels.ToArray().Select(pixel => (pixel / 255f * 0.99f) + 0.01f)];

static float[] Targets(DigitRecord digit) => [.. Enumerable.Range(0, 10).Select(i => i == digit.Label ? 0.99f : 0.01f)];
