// 11. A module of TorchSharp's: let ML.NET train it, then use it in TorchSharp.
//
//     dotnet run src/Samples/11-torch-module.cs [FOLDER]

#:project ../MlNetDigits.Training/MlNetDigits.Training.csproj
#:package TorchSharp-cpu
using Microsoft.ML;
using MlNetDigits;
using MlNetDigits.Training;
using static TorchSharp.torch;

var folder = args.ElementAtOrDefault(0) ?? $"{AppContext.GetData("EntryPointFileDirectoryPath")}/../../data";
var mlContext = new MLContext(seed: 1);

// The two tables of random numbers once more, this time in TorchSharp's hands.
using var module = new SigmoidModule(inputs: 784, hiddenNodes: 200, outputs: 10, seed: 1);
foreach (var (name, parameter) in module.named_parameters())
    Console.WriteLine($"{name}: {string.Join(" x ", parameter.shape)}");

// A trainer like any other, but what it learns stays in the module too.
var pipeline = mlContext.Transforms.ScalePixels()
    .Append(mlContext.MulticlassClassification.Trainers.SigmoidNetwork(module));
var model = pipeline.Fit(DigitData.Load(mlContext, folder, DigitPart.Train).View);
var report = ModelEvaluation.Evaluate(mlContext, model, DigitData.Load(mlContext, folder, DigitPart.Test).View);
Console.WriteLine($"ML.NET's model: performance = {report.MicroAccuracy:0.####}");

// The module reads all test digits at once: one matrix in, one matrix out.
DigitRecord[] digits = [.. DigitRecords.Read(DigitSource.Resolve(folder, DigitPart.Test))];
using var pictures = tensor([.. digits.SelectMany(Inputs)], [digits.Length, 784]);
using var outputs = module.call(pictures);
using var answers = outputs.argmax(dim: 1);
var right = answers.data<long>().ToArray().Zip(digits).Count(pair => pair.First == pair.Second.Label);
Console.WriteLine($"TorchSharp's module: performance = {(double)right / digits.Length:0.####}");

static float[] Inputs(DigitRecord digit) => [.. digit.Pixels.ToArray().Select(pixel => (pixel / 255f * 0.99f) + 0.01f)];
