// 7. Cross-validation: train five times, each time on four fifths of the digits, and measure on the fifth left out.
//
//     dotnet run src/Samples/07-cross-validate.cs [DIGITS]

#:project ../MlNetDigits.Training/MlNetDigits.Training.csproj
using Microsoft.ML;
using MlNetDigits;

var path = args.ElementAtOrDefault(0) ?? $"{AppContext.GetData("EntryPointFileDirectoryPath")}/../../data";
var mlContext = new MLContext(seed: 1);
var digits = DigitData.Load(mlContext, path);

// For ML.NET the network is a trainer like any other, and the scaling of the pixels a step of the pipeline.
var catalog = mlContext.MulticlassClassification;
var pipeline = mlContext.Transforms.ScalePixels("Features", "Pixels")
    .Append(catalog.Trainers.SigmoidNetwork(hiddenNodes: 200, learningRate: 0.1f, epochs: 5));

var folds = catalog.CrossValidate(digits.View, pipeline, numberOfFolds: 5);

double[] accuracies = [.. folds.Select(fold => fold.Metrics.MicroAccuracy)];
foreach (var (fold, accuracy) in accuracies.Index())
    Console.WriteLine($"fold {fold + 1}: accuracy {accuracy:F4}");

var mean = accuracies.Average();
var deviation = Math.Sqrt(accuracies.Sum(accuracy => Math.Pow(accuracy - mean, 2)) / (accuracies.Length - 1));
Console.WriteLine($"accuracy = {mean:F4}, give or take {deviation:F4}, on {digits.Counts.Rows} digits");
