using Mono.Cecil;

namespace MlNetDigits.Tests.Training;

/// <summary>
/// Every internal of ML.NET that the product uses, a test each: when a new version of ML.NET moves one, the name of the
/// failing test says which.
/// </summary>
public class MlNetInternalsTests
{
    private static readonly string[] Ours = ["MlNetDigits.dll", "MlNetDigits.Training.dll"];
    private static readonly string[] Theirs = ["Microsoft.ML.Core", "Microsoft.ML.Data"];

    public static TheoryData<string> UsedMembers => [.. MembersOfMlNet().Select(member => member.FullName).Distinct().Order()];

    [Theory]
    [MemberData(nameof(UsedMembers))]
    public void UsedMember_InTheReferencedMlNet_IsThere(string member)
        => Assert.All(
            MembersOfMlNet().Where(candidate => candidate.FullName == member),
            candidate => Assert.True(candidate.Resolve() is not null, $"{member} is not in ML.NET any more."));

    [Fact]
    public void UsedMembers_SomeAreInternal_WhichIsWhyThisTestExists()
        => Assert.Contains(MembersOfMlNet(), member => member.Resolve() is MethodDefinition { IsPublic: false });

    private static IEnumerable<MemberReference> MembersOfMlNet()
    {
        var resolver = new DefaultAssemblyResolver();
        resolver.AddSearchDirectory(AppContext.BaseDirectory);
        resolver.AddSearchDirectory(Path.GetDirectoryName(typeof(object).Assembly.Location));
        foreach (var assembly in Ours)
        {
            var module = ModuleDefinition.ReadModule(
                Path.Combine(AppContext.BaseDirectory, assembly), new ReaderParameters { AssemblyResolver = resolver });
            foreach (var member in module.GetMemberReferences().Where(member => IsTheirs(member.DeclaringType)))
                yield return member;
        }
    }

    private static bool IsTheirs(TypeReference type) => Theirs.Contains(type.GetElementType().Scope.Name);
}
