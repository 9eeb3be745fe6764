// Makes words.zip and normalized.zip with the code of commit 7647620, and the rows to score; README.md says how to run.

#:project ../MlNetDigits.Training/MlNetDigits.Training.csproj
using System.Globalization;
using Microsoft.ML;
using MlNetDigits;
using MlNetDigits.Training;

var repository = $"{AppContext.GetData("EntryPointFileDirectoryPath")}/../..";
var folder = args[0];
var mlContext = new MLContext(seed: 1);

// A pipeline that knows nothing of digits: four numbers and a word. The numbers are how much ink there is in each
// quarter of a picture, so that the data is real. The keys keep the order in which the words come, not that of their
// names.
string[] words = ["zero", "one", "two"];
Measured[] measured = [.. Digits(DigitPart.Train).Where(IsMeasured).Take(300).Select(Measure)];
var columns = new[] { "TopLeft", "TopRight", "BottomLeft", "BottomRight" };
Save("words.zip", measured, mlContext.Transforms.Conversion.MapValueToKey("Label", "Word")
    .Append(mlContext.Transforms.Concatenate("Features", columns))
    .Append(mlContext.MulticlassClassification.Trainers.SigmoidNetwork(hiddenNodes: 5, learningRate: 0.5f, epochs: 50))
    .Append(mlContext.Transforms.Conversion.MapKeyToValue("PredictedWord", "PredictedLabel")));

// Digits once more, with another scaling than the classic one and scores that sum to 1.
var view = DigitData.FromRecords(mlContext, Digits(DigitPart.Train).Take(1000));
var model = mlContext.Transforms.ScalePixels(scaling: new PixelScaling(256f, 2f, -0.25f))
    .Append(mlContext.MulticlassClassification.Trainers.SigmoidNetwork(new SigmoidNetworkOptions
    {
        HiddenNodes = 4,
        LearningRate = 0.05f,
        ScoreNormalization = ScoreNormalization.Sum,
    }))
    .Fit(view);
mlContext.Model.Save(model, view.Schema, Path.Combine(folder, "normalized.zip"));

// What the models are asked: nobody has learned from these.
CsvFile.Write(Path.Combine(folder, "digits.csv"), Digits(DigitPart.Test).Take(12));
File.WriteAllLines(
    Path.Combine(folder, "words.csv"),
    Digits(DigitPart.Test).Where(IsMeasured).Take(12).Select(Measure).Select(row => string.Create(
        CultureInfo.InvariantCulture,
        $"{row.Word},{row.TopLeft:R},{row.TopRight:R},{row.BottomLeft:R},{row.BottomRight:R}")));

IEnumerable<DigitRecord> Digits(DigitPart part) => DigitRecords.Read(DigitSource.Resolve($"{repository}/data", part));

bool IsMeasured(DigitRecord digit) => digit.Label < words.Length;

Measured Measure(DigitRecord digit)
{
    var sums = new float[4];
    for (var i = 0; i < digit.Pixels.Length; i++)
        sums[(i / 28 / 14 * 2) + (i % 28 / 14)] += digit.Pixels.Span[i] / 255f;
    return new Measured(words[digit.Label], sums[0] / 49, sums[1] / 49, sums[2] / 49, sums[3] / 49);
}

void Save(string name, IEnumerable<Measured> rows, IEstimator<ITransformer> pipeline)
{
    var data = mlContext.Data.LoadFromEnumerable(rows);
    mlContext.Model.Save(pipeline.Fit(data), data.Schema, Path.Combine(folder, name));
}

internal sealed record Measured(string Word, float TopLeft, float TopRight, float BottomLeft, float BottomRight);
