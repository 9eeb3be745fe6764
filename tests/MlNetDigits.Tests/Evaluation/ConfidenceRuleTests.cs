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
        => Assert.Equal(isSure, ConfidenceRule.Default.IsSure([second, best]));

    [Fact]
    public void IsSure_OtherMargin_Counts()
        => Assert.True(new ConfidenceRule(0.1f).IsSure([0.2f, 0.4f, 0.1f]));

    [Fact]
    public void Margin_OneScore_Throws() => Assert.Throws<ArgumentException>(() => ConfidenceRule.Margin([1f]));

    // The measurement in the rule's comment.
    [MnistFact]
    public void Default_MnistTestImages_FlagsMostErrorsAndFewRightAnswers()
    {
        var network = ModelFile.Load(new MLContext(), DigitsModel.Path).Network;
        var answers = DigitRecords.Read(DigitSource.Resolve(MnistFolder.Path!, DigitPart.Test))
            .Select(record => (record.Label, Scores: network.Scores(record.Pixels.Span)))
            .Select(answer => (
                IsRight: answer.Scores.AsSpan().IndexOf(answer.Scores.Max()) == answer.Label,
                IsSure: ConfidenceRule.Default.IsSure(answer.Scores)))
            .ToArray();

        var (wrong, right) = (answers.Count(answer => !answer.IsRight), answers.Count(answer => answer.IsRight));
        Assert.Equal(284, wrong);
        Assert.Equal(0.72, answers.Count(answer => !answer.IsRight && !answer.IsSure) / (double)wrong, 0.01);
        Assert.Equal(0.045, answers.Count(answer => answer.IsRight && !answer.IsSure) / (double)right, 0.001);
    }
}
