using CsCheck;
using Microsoft.ML;
using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Evaluation;

public class ConfidenceRuleTests
{
    [Fact]
    public void Margin_AnyScores_IsTheLargestMinusTheNext()
        => Gen.Float[0, 1].Array[2, 12].ForAll(scores =>
        {
            var sorted = scores.OrderDescending().ToArray();
            Assert.Equal(sorted[0] - sorted[1], ConfidenceRule.Margin(scores));
        });

    [Theory]
    [InlineData(0.9f, 0.1f, true)]
    [InlineData(0.9f, 0.3f, false)]
    [InlineData(0.75f, 0f, true)]
    [InlineData(0.7f, 0f, false)]
    [InlineData(0.6f, 0.6f, false)]
    [InlineData(0.9f, float.NaN, false)]
    public void IsSure_TwoScores_TheRunnerUpMustBeFarBehind(float best, float second, bool isSure)
        => Assert.Equal(isSure, ConfidenceRule.For(ScoreNormalization.None).IsSure([second, best]));

    [Theory]
    [InlineData(ScoreNormalization.None, 0.75f)]
    [InlineData(ScoreNormalization.Sum, 0.75f)]
    [InlineData(ScoreNormalization.Softmax, 0.8f)]
    public void For_EachNormalization_HasItsMargin(ScoreNormalization normalization, float least)
        => Assert.Equal(least, ConfidenceRule.For(normalization).LeastMargin);

    [Fact]
    public void For_NoNormalization_Throws()
        => Assert.Throws<ArgumentOutOfRangeException>(() => ConfidenceRule.For((ScoreNormalization)9));

    [Fact]
    public void IsSure_OtherMargin_Counts()
        => Assert.True(new ConfidenceRule(0.1f).IsSure([0.2f, 0.4f, 0.1f]));

    [Fact]
    public void Margin_OneScore_Throws() => Assert.Throws<ArgumentException>(() => ConfidenceRule.Margin([1f]));

    // On images that had no say in the margins.
    [MnistTheory]
    [InlineData("digits-classic.zip", ScoreNormalization.None, 0.12)]
    [InlineData("digits-classic.zip", ScoreNormalization.Sum, 0.15)]
    [InlineData("digits.zip", ScoreNormalization.Softmax, 0.02)]
    public void For_ShippedModelOnMnistTestImages_OneSureAnswerOf300IsWrongAtMost(
        string name, ScoreNormalization normalization, double mostFlagged)
    {
        var ml = new MLContext();
        var weights = ModelFile.Load(ml, Path.Combine(AppContext.BaseDirectory, "models", name)).Network.Weights;
        var digits = DigitData.Load(ml, MnistFolder.Path!, DigitPart.Test).View;
        var answers = ModelAnswers.Read(weights.ToDigitModel(ml, scoreNormalization: normalization).Transform(digits))
            .Select(answer => (answer.IsRight, IsSure: ConfidenceRule.For(normalization).IsSure(answer.Scores.AsSpan())))
            .ToArray();

        var (sure, right) = (answers.Where(answer => answer.IsSure).ToArray(), answers.Where(answer => answer.IsRight).ToArray());
        Assert.InRange(sure.Count(answer => !answer.IsRight), 0, sure.Length / 300);
        Assert.InRange(right.Count(answer => !answer.IsSure), 0, mostFlagged * right.Length);
    }
}
