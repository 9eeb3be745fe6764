namespace MlNetDigits.Tests.Support;

/// <inheritdoc cref="MnistFactAttribute"/>
public sealed class MnistTheoryAttribute : TheoryAttribute
{
    public MnistTheoryAttribute() => Skip = new MnistFactAttribute().Skip;
}
