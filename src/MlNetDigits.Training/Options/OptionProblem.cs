using System.Text.RegularExpressions;

namespace MlNetDigits.Training;

/// <summary>
/// What is wrong with an option, as a value: whoever knows the option by another name, such as <c>--epochs</c>, says it
/// in that name.
/// </summary>
/// <param name="Property">The property of the options.</param>
/// <param name="Sentence">
/// What is wrong and what to do, to follow the name: <c>must be at least 1, not 0.</c> Other properties that it mentions
/// stand in braces: <c>needs the data in memory; use it without {Streaming}.</c>
/// </param>
public sealed partial record OptionProblem(string Property, string Sentence)
{
    /// <summary>The whole sentence.</summary>
    /// <param name="nameOf">What a property is called.</param>
    /// <returns>One sentence that starts with the name of <see cref="Property"/>.</returns>
    public string Describe(Func<string, string> nameOf)
    {
        ArgumentNullException.ThrowIfNull(nameOf);
        return $"{nameOf(Property)} {Mention().Replace(Sentence, mention => nameOf(mention.Groups[1].Value))}";
    }

    /// <summary>The whole sentence, with the names of the properties.</summary>
    /// <returns>One sentence.</returns>
    public override string ToString() => Describe(name => name);

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Mention();
}
