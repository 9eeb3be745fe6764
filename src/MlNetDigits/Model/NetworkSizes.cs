namespace MlNetDigits;

/// <summary>The sizes of a network's layers.</summary>
/// <param name="Inputs">The number of features of a record.</param>
/// <param name="HiddenNodes">The number of hidden nodes.</param>
/// <param name="Outputs">The number of outputs, one a class.</param>
internal readonly record struct NetworkSizes(int Inputs, int HiddenNodes, int Outputs)
{
    /// <summary>As people write them: <c>784-200-10</c>.</summary>
    public override string ToString() => $"{Inputs}-{HiddenNodes}-{Outputs}";
}
