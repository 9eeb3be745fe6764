using CsCheck;
using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Model;

public class ScoreNormalizerTests
{
    [Theory]
    [InlineData(1f)]
    [InlineData(30f)]
    [InlineData(900f)]
    [InlineData(1e30f)]
    public void Softmax_SumsOfAnySize_IsThatOfDoublePrecision(float size)
        => Gen.Float[-1, 1].Array[1, 40].ForAll(made =>
        {
            float[] sums = [.. made.Select(value => value * size)];
            var expected = ReferenceNetwork.Softmax([.. sums.Select(sum => (double)sum)]);

            ScoreNormalizer.Softmax(sums);

            Assert.All(expected.Zip(sums), score => Assert.Equal(score.First, score.Second, 1e-4 * score.First + 1e-30));
            Assert.Equal(1, sums.Sum(score => (double)score), 1e-6);
        });

    [Theory]
    [InlineData(new[] { float.PositiveInfinity, 3 }, new[] { 1f, 0 })]
    [InlineData(new[] { float.NegativeInfinity, 3 }, new[] { 0f, 1 })]
    [InlineData(new[] { float.PositiveInfinity, float.NegativeInfinity, float.PositiveInfinity }, new[] { 0.5f, 0, 0.5f })]
    [InlineData(new[] { float.NegativeInfinity, float.NegativeInfinity }, new[] { 0.5f, 0.5f })]
    [InlineData(new[] { 3f, float.NaN }, new[] { float.NaN, float.NaN })]
    public void Softmax_SumsThatAreNoNumbers_AreWhatTheirLimitsAre(float[] sums, float[] expected)
    {
        ScoreNormalizer.Softmax(sums);

        Assert.Equal(expected, sums);
    }

    [Theory]
    [InlineData(new[] { 0.3f, 0.1f }, new[] { 0.75f, 0.25f })]
    [InlineData(new[] { 0f, 0 }, new[] { 0.5f, 0.5f })]
    [InlineData(new[] { 0.3f, float.NaN }, new[] { float.NaN, float.NaN })]
    public void DivideBySum_Scores_SumToOneAndNaNStays(float[] scores, float[] expected)
    {
        ScoreNormalizer.DivideBySum(scores);

        Assert.All(expected.Zip(scores), score => Assert.Equal(score.First, score.Second, 1e-6f));
    }
}
