using System.CommandLine;
using System.Globalization;
using Microsoft.ML;
using MlNetDigits.Training;

namespace MlNetDigits.Benchmarks;

/// <summary>
/// Which margin tells sure answers from others: trains on 50,000 of MNIST's training images, and measures margins on the
/// other 10,000. The test images have no say.
/// </summary>
internal static class ConfidenceCommand
{
    private const int LearnedFrom = 50_000;

    private static readonly float[] Margins = [0.3f, 0.5f, 0.6f, 0.7f, 0.75f, 0.8f, 0.85f, 0.9f, 0.93f, 0.95f, 0.97f, 0.98f, 0.99f];

    public static Command Create()
    {
        var data = CommonOptions.Data();
        var epochs = CommonOptions.Count("--epochs", 300, "The epochs of the accurate network.");
        var seed = CommonOptions.Count("--seed", 1, "The seed.");
        var command = new Command("confidence", "Measures margins between sure answers and others, for each kind of scores.")
        {
            data, epochs, seed,
        };
        command.SetAction(parsed =>
        {
            var (folder, from) = (parsed.GetRequiredValue(data), parsed.GetValue(seed));
            foreach (var line in Machine.Describe())
                Console.WriteLine(line);
            Print("accurate", folder, SigmoidNetworkOptions.Accurate with { Epochs = parsed.GetValue(epochs) }, from);
            Print("classic", folder, SigmoidNetworkOptions.Classic, from);
            Print("classic", folder, SigmoidNetworkOptions.Classic with { ScoreNormalization = ScoreNormalization.Sum }, from);
        });
        return command;
    }

    private static void Print(string name, string folder, SigmoidNetworkOptions options, int seed)
    {
        var ml = new MLContext(seed);
        var images = MlNetData.Open(ml, folder, DigitPart.Train);
        var model = ml.Transforms.ScalePixels("Features", DigitFormat.PixelsColumn)
            .Append(ml.MulticlassClassification.Trainers.SigmoidNetwork(options))
            .Fit(ml.Data.TakeRows(images, LearnedFrom));
        var normalization = model.LastTransformer.Model.ScoreNormalization;
        (float Margin, bool IsRight)[] answers =
        [
            .. ModelAnswers.Read(model.Transform(ml.Data.SkipRows(images, LearnedFrom)))
                .Select(answer => (ConfidenceRule.Margin(answer.Scores.AsSpan()), answer.IsRight)),
        ];
        var (right, wrong) = (answers.Count(answer => answer.IsRight), answers.Count(answer => !answer.IsRight));
        Console.WriteLine(Invariant($"\n{name}, scores {normalization}, {options.Epochs} epochs, seed {seed}: {right} right, {wrong} wrong"));
        Console.WriteLine("\n| Margin | Sure | Wrong of those | One in | Flagged of the wrong | Flagged of the right |\n|---:|---:|---:|---:|---:|---:|");
        foreach (var margin in Margins)
        {
            var rule = new ConfidenceRule(margin);
            var sure = answers.Where(answer => answer.Margin >= rule.LeastMargin).ToArray();
            var sureWrong = sure.Count(answer => !answer.IsRight);
            Console.WriteLine(Invariant(
                $"| {margin} | {sure.Length} | {sureWrong} | {(double)sure.Length / Math.Max(sureWrong, 1):F0} | {100.0 * (wrong - sureWrong) / wrong:F1} % | {100.0 * (right - sure.Length + sureWrong) / right:F1} % |"));
        }
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
