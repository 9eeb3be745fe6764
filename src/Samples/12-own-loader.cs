// 12. A loader of your own: ML.NET's TextLoader, set up by hand, with the scaling and the trainer behind it.
//
//     dotnet run src/Samples/12-own-loader.cs [DIGITS.csv [OTHERS.csv]]

#:project ../MlNetDigits.Training/MlNetDigits.Training.csproj
using Microsoft.ML;
using Microsoft.ML.Data;
using MlNetDigits;

var data = $"{AppContext.GetData("EntryPointFileDirectoryPath")}/../../data";
var digits = args.ElementAtOrDefault(0) ?? $"{data}/digits-train.csv";
var others = args.ElementAtOrDefault(1) ?? $"{data}/digits-test.csv";

var mlContext = new MLContext(seed: 1);
var loader = mlContext.Data.CreateTextLoader(new TextLoader.Options
{
    Separators = [','],
    HasHeader = false,
    Columns = [new("Label", DataKind.String, 0), new("Pixels", DataKind.Single, 1, DigitFormat.Pixels)],
});

// The loader believes what it reads: a line that begins with # is a remark to it, a word among the pixels a missing value.
// This looks at every value, and stops at the first that is none.
var counted = CsvDigitChecker.Check(digits);
var rows = loader.Load(digits);
Console.WriteLine($"{counted.Counts.Rows} digits in the file, {rows.GetColumn<string>("Label").Count()} rows of the loader");

// The ten classes in their order, whichever digit comes first in the file.
var classes = mlContext.Data.LoadFromEnumerable(DigitFormat.ClassNames.Select(name => new ClassName { Name = name }));
var pipeline = mlContext.Transforms.Conversion.MapValueToKey("Label", keyData: classes)
    .Append(mlContext.Transforms.ScalePixels("Features", "Pixels"))
    .Append(mlContext.MulticlassClassification.Trainers.SigmoidNetwork())
    .Append(mlContext.Transforms.Conversion.MapKeyToValue("Digit", "PredictedLabel"));
var model = pipeline.Fit(rows);

var answers = model.Transform(loader.Load(others));
foreach (var (label, answer) in answers.GetColumn<uint>("Label").Zip(answers.GetColumn<string>("Digit")).Take(5))
    Console.WriteLine($"read as {answer}; it is a {label - 1}");
Console.WriteLine($"accuracy = {mlContext.MulticlassClassification.Evaluate(answers).MicroAccuracy:F4}");

internal sealed class ClassName
{
    public string Name { get; set; } = "";
}
