// 9. Compare: the network beside the boosted trees of LightGBM, on the same digits, both on one thread.
//
//     dotnet run src/Samples/09-compare-lightgbm.cs [FOLDER]

#:project ../MlNetDigits.Training/MlNetDigits.Training.csproj
#:package Microsoft.ML.LightGbm
using System.Diagnostics;
using Microsoft.ML;
using Microsoft.ML.Trainers.LightGbm;
using MlNetDigits;

var folder = args.ElementAtOrDefault(0) ?? $"{AppContext.GetData("EntryPointFileDirectoryPath")}/../../data";
var mlContext = new MLContext(seed: 1);
var train = DigitData.Load(mlContext, folder, DigitPart.Train);
var test = DigitData.Load(mlContext, folder, DigitPart.Test);

var trainers = mlContext.MulticlassClassification.Trainers;
Console.WriteLine($"{train.Counts.Rows} digits to learn from, {test.Counts.Rows} others to read");
Compare("SigmoidNetwork", trainers.SigmoidNetwork());
Compare("LightGbm", trainers.LightGbm(new LightGbmMulticlassTrainer.Options { NumberOfThreads = 1 }));

void Compare<T>(string name, IEstimator<T> trainer)
    where T : class, ITransformer
{
    var clock = Stopwatch.StartNew();
    var model = mlContext.Transforms.ScalePixels().Append(trainer).Fit(train.View);
    var seconds = clock.Elapsed.TotalSeconds;
    var report = ModelEvaluation.Evaluate(mlContext, model, test.View);
    Console.WriteLine($"{name,-14}  accuracy {report.MicroAccuracy:F4}  trained in {seconds:F1} s");
}
