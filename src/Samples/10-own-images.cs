// 10. Own images: what does the network make of your handwriting? It wants PNG or JPEG files of one digit each or of a
// page with many; a name such as mine_5.png or page_31415.jpg tells what there is to read.
//
//     dotnet run src/Samples/10-own-images.cs [FOLDER [MODEL.zip]]

#:project ../MlNetDigits.Pictures/MlNetDigits.Pictures.csproj
using Microsoft.ML;
using Microsoft.ML.Data;
using MlNetDigits;
using MlNetDigits.Pictures;

var repository = $"{AppContext.GetData("EntryPointFileDirectoryPath")}/../..";
var folder = args.ElementAtOrDefault(0) ?? $"{repository}/data/pictures";
var mlContext = new MLContext();
var model = ModelFile.Load(mlContext, args.ElementAtOrDefault(1) ?? $"{repository}/models/digits.zip");

// How far ahead the best score must be depends on what the model's scores are.
var rule = ConfidenceRule.For(model.Network.ScoreNormalization);

string[] files = Directory.Exists(folder)
    ? [.. Directory.EnumerateFiles(folder).Where(IsPicture).Order(StringComparer.Ordinal)]
    : [];
if (files.Length == 0)
{
    Console.Error.WriteLine($"There are no PNG or JPEG files in {Path.GetFullPath(folder)}: put some there or name another.");
    return 1;
}

List<int> scorecard = [];
foreach (var file in files)
{
    // In reading order, each brought into the form that the network has learned from: 28 x 28, light ink on dark paper.
    var digits = HandwritingReader.FindDigits(PictureFile.Read(file), path: file);
    var rows = DigitData.FromRecords(mlContext, digits.Select(digit => new DigitRecord(0, digit.Pixels)));
    var answers = model.Transformer.Transform(rows).GetColumn<float[]>("Score").ToArray();

    var answer = string.Concat(answers.Select(scores => model.ClassNames[Array.IndexOf(scores, scores.Max())]));
    var doubts = answers.Count(scores => !rule.IsSure(scores));
    Console.WriteLine($"{Path.GetFileName(file)}: {answer}{(doubts > 0 ? $", not sure of {doubts}" : "")}");

    if (Path.GetFileNameWithoutExtension(file).Split('_')[^1] is var label && label.Length == answer.Length)
        scorecard.AddRange(label.Zip(answer, (right, read) => right == read ? 1 : 0));
}

if (scorecard.Count > 0)
    Console.WriteLine($"performance = {scorecard.Average():0.####} on {scorecard.Count} digits named by their file");
return 0;

static bool IsPicture(string file) => Path.GetExtension(file).ToLowerInvariant() is ".png" or ".jpg" or ".jpeg";
