// 5. Epochs: go through the same digits again and again. Each time brings less; in the end they are known by heart.
//
//     dotnet run src/Samples/05-epochs.cs [FOLDER]

#:project ../MlNetDigits.Training/MlNetDigits.Training.csproj
using MlNetDigits;
using MlNetDigits.Training;

var folder = args.ElementAtOrDefault(0) ?? $"{AppContext.GetData("EntryPointFileDirectoryPath")}/../../data";
var train = Read(DigitPart.Train);
var test = Read(DigitPart.Test);
using var network = new SigmoidNetwork(inputNodes: 784, hiddenNodes: 200, outputNodes: 10, learningRate: 0.1f, seed: 1);

Console.WriteLine("epoch  training error  performance on digits it learns  on others");
for (var epoch = 1; epoch <= 10; epoch++)
{
    var error = train.Average(digit => network.Train(digit.Inputs, Targets(digit.Label)));
    Console.WriteLine($"{epoch,5}  {error,14:F4}  {Performance(train),30:0.0000}  {Performance(test),9:0.0000}");
}

double Performance((byte Label, float[] Inputs)[] digits) => digits.Average(digit =>
{
    var outputs = network.Query(digit.Inputs);
    return Array.IndexOf(outputs, outputs.Max()) == digit.Label ? 1 : 0;
});

(byte Label, float[] Inputs)[] Read(DigitPart part) =>
[
    .. DigitRecords.Read(DigitSource.Resolve(folder, part)).Select(digit => (digit.Label, Inputs(digit))),
];

static float[] Inputs(DigitRecord digit) => [.. digit.Pixels.ToArray().Select(pixel => (pixel / 255f * 0.99f) + 0.01f)];

static float[] Targets(byte label) => [.. Enumerable.Range(0, 10).Select(i => i == label ? 0.99f : 0.01f)];
