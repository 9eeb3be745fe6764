using System.Collections.Immutable;
using CsCheck;
using Microsoft.ML;
using Microsoft.ML.Data;
using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Evaluation;

/// <summary>What a model got wrong, record by record.</summary>
public class AnswerSheetTests
{
    private static readonly Gen<ImmutableArray<Answer>> AnyAnswers =
        from answers in Gen.Select(Gen.Int[0, 2], Gen.Int[0, 4].Array[3]).Array[0, 40]
        select answers.Select((answer, row) => new Answer(row, answer.Item1, [.. answer.Item2.Select(score => score / 4f)])).ToImmutableArray();

    [Fact]
    public void Read_ScoresOfMlNetsTrainer_GiveItsConfusionMatrix()
    {
        var flowers = Flowers.ScoredByMlNet();

        var answers = ModelAnswers.Read(flowers.Scored).ToArray();

        foreach (var (i, row) in flowers.Metrics.ConfusionMatrix.Counts.Index())
        {
            Assert.Equal(
                row, Enumerable.Range(0, 3).Select(j => (double)answers.Count(answer => (answer.TrueClass, answer.PredictedClass) == (i, j))));
        }

        Assert.All(answers, answer => Assert.True(answer.Pixels.IsEmpty));
        Assert.Equal(Enumerable.Range(0, answers.Length).Select(row => (long)row), answers.Select(answer => answer.Row));
    }

    [Fact]
    public void Read_MissingLabelsOddScoresAndTies_CountsAsMlNetDoes()
    {
        var ml = new MLContext();
        float[][] scores = [[0.1f, 0.9f, 0], [float.NaN, 1, 0], [0.5f, 0.5f, 0.5f], [0, 0, float.PositiveInfinity], [0.2f, 0.3f, 0.3f], [1, 0, 0]];
        var scored = ml.Data.LoadFromEnumerable(
            scores.Select((row, i) => new ScoredRow { Label = (uint)(i == 5 ? 3 : i % 3), Score = row }));

        var matrix = ml.MulticlassClassification.Evaluate(scored).ConfusionMatrix;
        var answers = ModelAnswers.Read(scored).ToArray();

        Assert.Equal([0, 2, 4], answers.Select(answer => answer.Row));
        var counts = matrix.Counts.SelectMany((row, i) => row.Select((count, j) => (i, j, count))).Where(cell => cell.count > 0);
        Assert.Equal(counts, answers.GroupBy(answer => (answer.TrueClass, answer.PredictedClass))
            .Select(group => (group.Key.TrueClass, group.Key.PredictedClass, (double)group.Count())).Order());
    }

    [Theory]
    [InlineData(2f)]
    [InlineData(7f)]
    [InlineData(1.5f)]
    [InlineData(-1f)]
    [InlineData(-0.5f)]
    [InlineData(3e9f)]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void Read_NumbersAsLabels_CountsAsMlNetDoes(float label)
    {
        var ml = new MLContext();
        var scored = ml.Data.LoadFromEnumerable(
            [new NumberedRow { Score = [0.1f, 0.9f, 0] }, new NumberedRow { Label = label, Score = [0.1f, 0.9f, 0] }]);

        var matrix = ml.MulticlassClassification.Evaluate(scored).ConfusionMatrix;

        Assert.Equal(matrix.Counts.Sum(row => row.Sum()), ModelAnswers.Read(scored).Count());
    }

    [Fact]
    public void Read_Digits_PixelsAreThoseOfTheRow()
    {
        var ml = new MLContext();
        (byte Label, byte[] Pixels)[] digits = [.. TestDigits.Test.Records.Take(3).Select(record => ((byte)record.Label, record.Pixels))];
        var model = ModelFile.Load(ml, Path.Combine(AppContext.BaseDirectory, "models", "digits.zip"));

        var scored = model.Transformer.Transform(DigitData.FromRecords(ml, digits.Select(digit => new DigitRecord(digit.Label, digit.Pixels))));

        Assert.Equal(digits.Select(digit => digit.Pixels), ModelAnswers.Read(scored).Select(answer => answer.Pixels.ToArray()));
        Assert.Equal(digits.Select(digit => (int)digit.Label), ModelAnswers.Read(scored).Select(answer => answer.TrueClass));
    }

    [Fact]
    public void Read_NoScores_SaysSo()
    {
        var data = new MLContext().Data.LoadFromEnumerable([new { Label = 1f }]);

        var error = Assert.Throws<ArgumentException>(() => ModelAnswers.Read(data));

        Assert.Contains("no column 'Score'", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 0.4)]
    [InlineData(1, 0.3)]
    [InlineData(2, 0.3)]
    public void Margin_OfAnAnswer_IsOverTheTrueClassOrElseTheRunnerUp(int trueClass, double expected)
        => Assert.Equal(expected, new Answer(0, trueClass, [0.5f, 0.6f, 0.9f]).Margin, 1e-6);

    [Fact]
    public void From_AnyAnswers_PicksWhatSortingAllOfThemWouldPick() => AnyAnswers.ForAll(answers =>
    {
        var sheet = AnswerSheet.From(answers, mistakes: 5, doubts: 3, examples: 2);

        var wrong = answers.Where(answer => !answer.IsRight).OrderByDescending(answer => answer.Margin).ToArray();
        Assert.Equal(wrong.Take(5), sheet.Mistakes);
        Assert.Equal(answers.Where(answer => answer.IsRight).OrderBy(answer => answer.Margin).Take(3), sheet.Doubts);
        Assert.Equal((wrong.Length, answers.Length), (sheet.Wrong, sheet.Wrong + sheet.Right));
        Assert.Equal(wrong.Length, sheet.Pairs.Sum(pair => pair.Count));
        foreach (var pair in sheet.Pairs)
        {
            var same = wrong.Where(answer => (answer.TrueClass, answer.PredictedClass) == (pair.TrueClass, pair.PredictedClass)).ToArray();
            Assert.Equal(same.Length, pair.Count);
            Assert.Equal(same.Take(2), pair.Examples);
            Assert.Equal<Answer>(pair.Examples, sheet.Examples(pair.TrueClass, pair.PredictedClass));
        }
    });

    [Theory]
    [InlineData(-1, 1, 1)]
    [InlineData(1, -1, 1)]
    [InlineData(1, 1, -1)]
    public void From_NegativeNumber_Throws(int mistakes, int doubts, int examples)
        => Assert.Throws<ArgumentOutOfRangeException>(() => AnswerSheet.From([], mistakes, doubts, examples));

    [Fact]
    public void From_ManyAnswers_KeepsOnlyThoseOfTheSheet()
    {
        var watched = new List<WeakReference>();
        var sheet = AnswerSheet.From(Many(watched), mistakes: 3, doubts: 3, examples: 3);

        GC.Collect();
        Assert.True(watched.Count(answer => answer.IsAlive) < 20, $"{watched.Count(answer => answer.IsAlive)} answers are kept");
        Assert.Equal(1000, sheet.Right + sheet.Wrong);
    }

    private static IEnumerable<Answer> Many(List<WeakReference> watched)
    {
        for (var row = 0; row < 1000; row++)
        {
            var answer = new Answer(row, row % 2, [row % 7, 3]);
            watched.Add(new WeakReference(answer));
            yield return answer;
        }
    }

    private sealed class NumberedRow
    {
        public float Label { get; set; }

        [VectorType(3)]
        public float[] Score { get; set; } = [];

        [KeyType(3)]
        public uint PredictedLabel { get; set; }
    }

    private sealed class ScoredRow
    {
        // Counted from 0; 3 is missing.
        [KeyType(3)]
        public uint Label { get; set; }

        [VectorType(3)]
        public float[] Score { get; set; } = [];

        [KeyType(3)]
        public uint PredictedLabel { get; set; }
    }
}
