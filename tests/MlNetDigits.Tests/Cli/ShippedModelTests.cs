using MlNetDigits.Cli.CommandLine;
using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Cli;

/// <summary>Each verb that reads a model: the user's own, else the one that comes with the tool, and it says which.</summary>
public sealed class ShippedModelTests : IDisposable
{
    private const string Shipped = "the one that comes with MlNetDigits (models/digits.zip)";
    private const string Own = "models/my-digits.zip";

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Verbs => ["predict", "evaluate", "report", "inspect", "backquery"];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Verbs))]
    public void Verb_NoModelOfOnesOwn_UsesTheShippedOne(string verb)
    {
        var run = Run(verb);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(Shipped, ModelOf(run));
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public void Verb_ModelOfOnesOwn_UsesIt(string verb)
    {
        Copy(Own);

        Assert.Equal(Own, ModelOf(Run(verb)));
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public void Verb_ModelIsNamed_UsesThatWhateverElseThereIs(string verb)
    {
        Copy(Own);
        Copy("named.zip");

        Assert.Equal("named.zip", ModelOf(Run(verb, "--model", "named.zip")));
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public void Verb_Json_NamesTheShippedModelsFile(string verb)
        => Assert.Equal(ShippedModels.BesideTool.Default, Run(verb, "--json").Json.GetProperty("model").GetString());

    [Theory]
    [MemberData(nameof(Verbs))]
    public void Verb_ShippedModelIsMissing_OneLineSaysWhatToDo(string verb)
    {
        var run = RunWith(_folder.File("tool"), verb);

        Assert.Equal(3, run.ExitCode);
        Assert.Equal(
            "error: tool/digits.zip: the model that comes with the tool is not there, nor is models/my-digits.zip; build or "
                + "install the tool again, train a model with 'digits train', or name one with --model.",
            Assert.Single(run.ErrorLines));
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public void Verb_ShippedModelIsMissingAndOnesOwnIsThere_UsesIt(string verb)
    {
        Copy(Own);

        Assert.Equal(Own, ModelOf(RunWith(_folder.File("tool"), verb)));
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public void Verb_ShippedModelIsDamaged_OneLineNamesIt(string verb)
    {
        Directory.CreateDirectory(_folder.File("tool"));
        _folder.Write("tool/digits.zip", File.ReadAllBytes(DigitsModel.Path)[..5000]);

        var run = RunWith(_folder.File("tool"), verb);

        Assert.Equal(3, run.ExitCode);
        Assert.StartsWith("error: tool/digits.zip: is a damaged or cut-off zip archive", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    // Whoever has trained a model does not want to be answered by another one.
    [Theory]
    [MemberData(nameof(Verbs))]
    public void Verb_ModelOfOnesOwnIsDamaged_OneLineNamesIt(string verb)
    {
        Directory.CreateDirectory(_folder.File("models"));
        _folder.Write(Own, "");

        Assert.StartsWith("error: models/my-digits.zip: is empty", Assert.Single(Run(verb).ErrorLines), StringComparison.Ordinal);
    }

    private DigitsRun Run(string verb, params string[] arguments) => RunWith(ShippedModels.BesideTool.Folder, verb, arguments);

    private DigitsRun RunWith(string shipped, string verb, params string[] arguments)
    {
        var digits = _folder.Write("unseen.csv", UnseenDigits.Csv);
        string[] needed = verb switch
        {
            "predict" => [digits],
            "evaluate" => ["--data", digits],
            "report" => ["--data", digits, "--out", "page.html"],
            _ => [],
        };
        return DigitsRun.Run(_folder, console => console with { Shipped = new ShippedModels(shipped) }, [verb, .. needed, .. arguments]);
    }

    private static string ModelOf(DigitsRun run)
        => Assert.Single(run.Output.Split('\n'), line => line.StartsWith("Model ", StringComparison.Ordinal))["Model ".Length..].Trim();

    private void Copy(string name)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder.File(name))!);
        File.Copy(FrozenModel.PathOf("digits.zip"), _folder.File(name));
    }
}
