// 2. Training: show the network a digit, tell it what the answer should have been, and do so 4,000 times.
//
//     dotnet run src/Samples/02-training.cs [DIGITS.csv]

#:project ../MlNetDigits.Training/MlNetDigits.Training.csproj
using MlNetDigits.Training;

var data = $"{AppContext.GetData("EntryPointFileDirectoryPath")}/../../data";
var file = args.ElementAtOrDefault(0) ?? $"{data}/digits-train.csv";
using var network = new SigmoidNetwork(inputNodes: 784, hiddenNodes: 200, outputNodes: 10, learningRate: 0.1f, seed: 1);

// Each line is a digit: its label, then its 784 pixels from 0 (paper) to 255 (ink).
List<double> errors = [];
foreach (var line in File.ReadLines(file))
{
    var values = line.Split(',');
    var label = int.Parse(values[0]);

    // Inputs from 0.01 to 1, since a zero would leave its weights as they are.
    float[] inputs = [.. values.Skip(1).Select(pixel => (float.Parse(pixel) / 255 * 0.99f) + 0.01f)];

    // 0.99 for the right digit and 0.01 for the others, since the network's outputs never reach 1 and 0.
    float[] targets = [.. Enumerable.Range(0, 10).Select(digit => digit == label ? 0.99f : 0.01f)];

    errors.Add(network.Train(inputs, targets));
}

Console.WriteLine("digits  mean error, which goes down");
foreach (var some in errors.Chunk((errors.Count + 7) / 8))
    Console.WriteLine($"{some.Length,6}      {some.Average():F4}  {new string('#', (int)(some.Average() * 100))}");
