// 6. Load and predict: an app that only uses a model needs no trainer, and so no TorchSharp.
//
//     dotnet run src/Samples/06-load-and-predict.cs [MODEL.zip [DIGITS]]

#:project ../MlNetDigits/MlNetDigits.csproj
using Microsoft.ML;
using Microsoft.ML.Data;
using MlNetDigits;

var repository = $"{AppContext.GetData("EntryPointFileDirectoryPath")}/../..";
var modelFile = args.ElementAtOrDefault(0) ?? $"{repository}/models/digits.zip";
var digits = args.ElementAtOrDefault(1) ?? $"{repository}/data";

// ML.NET's own methods: there is nothing to register.
var mlContext = new MLContext();
var model = mlContext.Model.Load(modelFile, out _);
using var engine = mlContext.Model.CreatePredictionEngine<Picture, Answer>(model);

// Only to show how: this model has learned from these digits, so that it reads them right proves nothing.
foreach (var digit in DigitRecords.Read(DigitSource.Resolve(digits, DigitPart.Test)).Take(3))
{
    var answer = engine.Predict(new Picture { Pixels = [.. digit.Pixels.ToArray().Select(pixel => (float)pixel)] });

    // A key counts its values from 1, and the first digit is 0.
    var read = answer.PredictedLabel - 1;
    Console.Write(HalfBlockText.Render(digit.Pixels.Span, DigitFormat.Columns));
    Console.WriteLine($"read as {read}, with a score of {answer.Score[read]:F4}; it is a {digit.Label}");
}

internal sealed class Picture
{
    [VectorType(DigitFormat.Pixels)]
    public float[] Pixels { get; set; } = [];
}

internal sealed class Answer
{
    public uint PredictedLabel { get; set; }

    public float[] Score { get; set; } = [];
}
