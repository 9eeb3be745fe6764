// 10. Own images: what does the network make of your handwriting? It wants PNG files of one digit each; a name such as
// mine_5.png tells what the digit is.
//
//     dotnet run src/Samples/10-own-images.cs [FOLDER [MODEL.zip]]

#:project ../MlNetDigits.Reporting/MlNetDigits.Reporting.csproj
using Microsoft.ML;
using MlNetDigits;
using MlNetDigits.Reporting;

var repository = $"{AppContext.GetData("EntryPointFileDirectoryPath")}/../..";
var folder = args.ElementAtOrDefault(0) ?? $"{repository}/data/pictures";
var model = ModelFile.Load(new MLContext(), args.ElementAtOrDefault(1) ?? $"{repository}/models/digits.zip");

string[] files = Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "*.png").Order()] : [];
if (files.Length == 0)
{
    Console.Error.WriteLine(
        $"There are no PNG files in {Path.GetFullPath(folder)}: put some there, or name another folder.");
    return 1;
}

List<int> scorecard = [];
foreach (var file in files)
{
    // What the network sees of a picture: 28 x 28 pixels, light ink on dark paper as in training.
    byte[] pixels = DigitImage.FromPicture(PictureFile.Read(file));
    float[] outputs = model.Network.Query([.. pixels.Select(pixel => PixelScaling.Classic.Apply(pixel))]);

    var (score, answer) = (outputs.Max(), Array.IndexOf(outputs, outputs.Max()));
    var doubt = score < 0.5 ? " (not sure)" : "";
    Console.WriteLine($"{Path.GetFileName(file)}: {answer}, with a score of {score:F4}{doubt}");
    if (Path.GetFileNameWithoutExtension(file).Split('_') is [.., [>= '0' and <= '9' and var label]])
        scorecard.Add(answer == label - '0' ? 1 : 0);
}

if (scorecard.Count > 0)
    Console.WriteLine($"performance = {scorecard.Average():0.####} on {scorecard.Count} pictures named by their digit");
return 0;
