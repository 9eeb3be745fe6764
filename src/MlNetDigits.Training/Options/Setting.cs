namespace MlNetDigits.Training;

/// <summary>
/// An option that is a plain value, told once: everything that has to do with options by the dozen (checking, parsing,
/// storing, comparing, showing) goes through a table of these and knows none of them by name.
/// </summary>
/// <typeparam name="TOwner">The immutable record that the option is a property of.</typeparam>
/// <param name="Property">The property.</param>
/// <param name="ValueType">Its type; a nullable one if it may be left out.</param>
/// <param name="Get">Reads it.</param>
/// <param name="Set">Makes a variant with another value, which is of <paramref name="ValueType"/>.</param>
/// <param name="FindProblem">What is wrong with a value, to follow the option's name; null if nothing is.</param>
internal sealed record Setting<TOwner>(
    string Property,
    Type ValueType,
    Func<TOwner, object?> Get,
    Func<TOwner, object?, TOwner> Set,
    Func<object?, string?> FindProblem)
{
    /// <summary>What it is called where it is typed and stored, in kebab case; null if only code sets it.</summary>
    public string? Word { get; init; }

    /// <summary>What it is for, in a line of help.</summary>
    public string Help { get; init; } = "";

    /// <summary>What stands for a value in the help; null for what its type says.</summary>
    public string? HelpName { get; init; }

    /// <summary>Whether a value is a path.</summary>
    public Func<object?, bool> IsPath { get; init; } = _ => false;

    /// <summary>Whether its default says what it will be; false for a number that is drawn anew each time.</summary>
    public bool HasFixedDefault { get; init; } = true;

    /// <summary>What it is called in a report; null to leave it out.</summary>
    public string? Title { get; init; }

    /// <summary>How a report tells a value; null for the plain value. It gives null to leave the value out.</summary>
    public Func<object?, string?>? Describe { get; init; }

    /// <summary>
    /// A value as a part of a sentence on a run, such as <c>batch size 1</c>; null where it goes without saying.
    /// </summary>
    public required Func<object?, string?> Phrase { get; init; }

    /// <summary>
    /// Whether another value gives other weights, so that a run that goes on after a break must not change it. False for
    /// the number of epochs: the weights of those that are done do not depend on it.
    /// </summary>
    public bool DecidesWeights { get; init; } = true;

    /// <summary>Whether it makes sense for one training only, and not for the many of a sweep.</summary>
    public bool IsOfOneTraining { get; init; }

    /// <summary>Makes the entry of a property.</summary>
    /// <param name="property">Its name.</param>
    /// <param name="get">Reads it.</param>
    /// <param name="set">Makes a variant with another value.</param>
    /// <param name="findProblem">What is wrong with a value, to follow the name; null if nothing is, or can be.</param>
    /// <param name="phrase">A value as part of a sentence.</param>
    /// <param name="describe">How a report tells a value; null for the plain value.</param>
    public static Setting<TOwner> Create<TValue>(
        string property,
        Func<TOwner, TValue> get,
        Func<TOwner, TValue, TOwner> set,
        Func<TValue, string?>? findProblem = null,
        Func<TValue, string?>? phrase = null,
        Func<TValue, string?>? describe = null)
        => new(
            property,
            typeof(TValue),
            owner => get(owner),
            (owner, value) => set(owner, (TValue)value!),
            value => findProblem?.Invoke((TValue)value!))
        {
            Phrase = value => phrase?.Invoke((TValue)value!),
            Describe = describe is null ? null : value => describe((TValue)value!),
        };

    /// <summary>The same entry of a record that has the owner as one of its parts.</summary>
    /// <param name="get">The part.</param>
    /// <param name="set">Makes a variant with another part.</param>
    public Setting<TWhole> In<TWhole>(Func<TWhole, TOwner> get, Func<TWhole, TOwner, TWhole> set)
        => new(
            Property,
            ValueType,
            whole => Get(get(whole)),
            (whole, value) => set(whole, Set(get(whole), value)),
            FindProblem)
        {
            Word = Word,
            Help = Help,
            HelpName = HelpName,
            IsPath = IsPath,
            HasFixedDefault = HasFixedDefault,
            Title = Title,
            Describe = Describe,
            Phrase = Phrase,
            DecidesWeights = DecidesWeights,
            IsOfOneTraining = IsOfOneTraining,
        };
}
