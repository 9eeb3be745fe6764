using MlNetDigits.Cli.CommandLine;
using MlNetDigits.Training;

namespace MlNetDigits.Tests.Cli.CommandLine;

public class OptionTextTests
{
    [Theory]
    [InlineData(typeof(int), "0,1", "must be a whole number, not '0,1'.")]
    [InlineData(typeof(int?), "1e3", "must be a whole number, not '1e3'.")]
    [InlineData(typeof(float), "0,1", "must be a number such as 0.1, not '0,1'.")]
    [InlineData(typeof(UpdateRule), "Classic", "must be classic, gradient or cross-entropy, not 'Classic'.")]
    [InlineData(typeof(UpdateRule), "1", "must be classic, gradient or cross-entropy, not '1'.")]
    [InlineData(typeof(UpdateRule), "crossentropy", "must be classic, gradient or cross-entropy, not 'crossentropy'.")]
    [InlineData(typeof(Optimizer), "Adam", "must be sgd or adam, not 'Adam'.")]
    public void Parse_SomethingElse_SaysWhatItMustBe(Type type, string text, string expected)
    {
        OptionText.Parse(type, text, out var problem);

        Assert.Equal(expected, problem);
    }
}
