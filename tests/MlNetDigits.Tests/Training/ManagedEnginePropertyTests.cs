using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Training;

public class ManagedEnginePropertyTests
{
    private const int Cases = 1000;

    [Theory]
    [InlineData(128)]
    [InlineData(256)]
    [InlineData(512)]
    public void TrainEpoch_AnyCase_AgreesWithDoublePrecision(int bits)
    {
        var width = VectorCode.Of(bits);
        EngineCase.Gen.ForAll(
            made =>
            {
                var (data, start) = (made.ToData(), made.ToStart());
                var reference = new ReferenceNetwork(start);
                var error = reference.Train(data.Features, data.Labels, made.ToOptions());

                var (weights, outcome) = EngineRun.Of(width, data.ToTrainingRecords(), start, made.ToOptions(), made.Block);

                // A float's rounding, and a little for each step: plain single precision is off by up to 5e-7 here.
                // Momentum goes on with each step, errors too.
                var bound = 1e-6 + (1e-7 * made.Rate * made.OutputFactor * made.Records / (1 - made.Momentum));
                var difference = reference.LargestDifference(weights);
                Assert.True(difference < bound, $"weights are off by {difference}, more than {bound}");
                Assert.Equal(made.Records, outcome.Records);
                Assert.Equal(error, outcome.ErrorSum / outcome.Records, 1e-5);
            },
            Cases);
    }
}
