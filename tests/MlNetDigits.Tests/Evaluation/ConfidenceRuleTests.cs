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
    [InlineData(0.9f, 0.3f, true)]
    [InlineData(0.9f, 0.5f, false)]
    [InlineData(0.5f, 0f, true)]
    [InlineData(0.4f, 0f, false)]
    [InlineData(0.6f, 0.6f, false)]
    [InlineData(0.9f, float.NaN, false)]
    public void IsSure_TwoScores_TheRunnerUpMustBeFarBehind(float best, float second, bool isSure)
        => Assert.Equal(isSure, ConfidenceRule.For(ScoreNormalization.None).IsSure([second, best]));

    [Theory]
    [InlineData(ScoreNormalization.None, 0.5f)]
    [InlineData(ScoreNormalization.Sum, 0.5f)]
    [InlineData(ScoreNormalization.Softmax, 0.9f)]
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

    // The measurements in the rule's comment.
    [MnistTheory]
    [InlineData(ScoreNormalization.None, 0.72)]
    [InlineData(ScoreNormalization.Sum, 0.69)]
    public void For_MnistTestImages_FlagsMostErrorsAndFewRightAnswers(ScoreNormalization normalization, double flagged)
    {
        var ml = new MLContext();
        var weights = ModelFile.Load(ml, DigitsModel.Path).Network.Weights;
        var digits = DigitData.Load(ml, MnistFolder.Path!, DigitPart.Test).View;
        var answers = ModelAnswers.Read(weights.ToDigitModel(ml, scoreNormalization: normalization).Transform(digits))
            .Select(answer => (answer.IsRight, IsSure: ConfidenceRule.For(normalization).IsSure(answer.Scores.AsSpan())))
            .ToArray();

        var (wrong, right) = (answers.Count(answer => !answer.IsRight), answers.Count(answer => answer.IsRight));
        Assert.Equal(284, wrong);
        Assert.Equal(flagged, answers.Count(answer => !answer.IsRight && !answer.IsSure) / (double)wrong, 0.01);
        Assert.Equal(0.045, answers.Count(answer => answer.IsRight && !answer.IsSure) / (double)right, 0.001);
    }
}
