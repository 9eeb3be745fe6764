using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;
using MlNetDigits.ModelUser;

// usage: MODEL.zip PIXELS.csv
// Prints, for each row of pixels, the predicted class and the bits of every score, and at the end the names of the
// loaded assemblies that have to do with torch (none are expected).
var mlContext = new MLContext();
var model = mlContext.Model.Load(args[0], out _);
using var engine = mlContext.Model.CreatePredictionEngine<DigitPixels, DigitPrediction>(model);
var classNames = default(VBuffer<ReadOnlyMemory<char>>);
engine.OutputSchema[nameof(DigitPrediction.PredictedLabel)].GetKeyValues(ref classNames);

foreach (var line in File.ReadLines(args[1]))
{
    var pixels = line.Split(',').Select(value => float.Parse(value, CultureInfo.InvariantCulture)).ToArray();
    var prediction = engine.Predict(new DigitPixels { Pixels = pixels });
    var bits = prediction.Score.Select(score => BitConverter.SingleToInt32Bits(score).ToString("X8", CultureInfo.InvariantCulture));
    Console.WriteLine($"{classNames.GetItemOrDefault((int)prediction.PredictedLabel - 1)} {string.Join(' ', bits)}");
}

var torch = AppDomain.CurrentDomain.GetAssemblies()
    .Select(assembly => assembly.GetName().Name)
    .Where(name => name!.Contains("torch", StringComparison.OrdinalIgnoreCase));
Console.WriteLine($"torch: {string.Join(' ', torch)}");
