using System.Text.RegularExpressions;
using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Samples;

/// <summary>
/// All sample programs, compiled by one build: <c>dotnet run FILE.cs</c> looks at the projects that it references anew for
/// each of them. Every program still has a project of its own, with nothing but what its directives name.
/// </summary>
public sealed partial class BuiltSamples
{
    // Beside the tests, so that their next run compiles only what has changed.
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "samples");

    private const string CompilerId = "MlNetDigits.Samples";

    private readonly string _build;

    public BuiltSamples()
    {
        Directory.CreateDirectory(Folder);
        Write("Directory.Build.props", $"""
            <Project>
              <Import Project="{Path.Combine(SampleProcess.Folder, "Directory.Build.props")}" />
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <OutDir>$(MSBuildProjectDirectory)/program/</OutDir>
                <EnableDefaultItems>false</EnableDefaultItems>
                <Features>$(Features);FileBasedProgram</Features>
                <!-- One compiler for all, which has its analyzers ready, even where usual builds start one a project. -->
                <UseSharedCompilation>true</UseSharedCompilation>
                <SharedCompilationId>{CompilerId}</SharedCompilationId>
              </PropertyGroup>
              <ItemGroup>
                <RuntimeHostConfigurationOption Include="EntryPointFileDirectoryPath" Value="{SampleProcess.Folder}" />
              </ItemGroup>
            </Project>
            """);
        Write("Directory.Solution.targets", """
            <Project>
              <Target Name="EndCompiler" AfterTargets="Build">
                <Exec Command="&quot;$(DOTNET_HOST_PATH)&quot; &quot;$(MSBuildToolsPath)/Roslyn/bincore/VBCSCompiler.dll&quot; -pipename:CompilerId -shutdown"
                      StandardOutputImportance="low" ContinueOnError="true" />
              </Target>
            </Project>
            """.Replace(nameof(CompilerId), CompilerId, StringComparison.Ordinal));
        foreach (var name in SampleProcess.Names)
            Write(ProjectOf(name), Project(name));
        Write("samples.slnx", $"""
            <Solution>
            {Lines(SampleProcess.Names.Select(name => $"  <Project Path=\"{ProjectOf(name)}\" />"))}
            </Solution>
            """);

        // Or what is referenced, which the solution does not list, would be built as Debug.
        var build = SampleProcess.RunToItsEnd(
            Folder, "build", "samples.slnx", "-c", "Release", "-p:ShouldUnsetParentConfigurationAndPlatform=false");
        _build = build.ExitCode == 0 ? "" : build.Output + build.Error;
    }

    /// <summary>Runs a program in some folder, and wants it to end well.</summary>
    internal SampleProcess Run(string name, TemporaryFolder workingFolder, params string[] arguments)
        => RunToItsEnd(name, workingFolder, arguments).WhichEndedWell(name);

    /// <summary>Runs a program in some folder.</summary>
    internal SampleProcess RunToItsEnd(string name, TemporaryFolder workingFolder, params string[] arguments)
    {
        Assert.True(_build.Length == 0, $"The samples do not compile.\n{_build}");
        return SampleProcess.RunToItsEnd(workingFolder.Path, [Path.Combine(Folder, PlainName(name), "program", $"{PlainName(name)}.dll"), .. arguments]);
    }

    private static string PlainName(string name) => Path.GetFileNameWithoutExtension(name);

    private static string ProjectOf(string name) => $"{PlainName(name)}/{PlainName(name)}.csproj";

    /// <summary>What <c>dotnet run</c> makes of a program's directives.</summary>
    private static string Project(string name)
    {
        var directives = Directive().Matches(File.ReadAllText(Path.Combine(SampleProcess.Folder, name)));
        return $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <ItemGroup>
                <Compile Include="{Path.Combine(SampleProcess.Folder, name)}" />
            {Lines(directives.Select(directive => $"    {Reference(directive.Groups["kind"].Value, directive.Groups["value"].Value)}"))}
              </ItemGroup>
            </Project>
            """;
    }

    private static string Reference(string kind, string value) => kind switch
    {
        "project" => $"<ProjectReference Include=\"{Path.GetFullPath(value, SampleProcess.Folder)}\" />",
        "package" => $"<PackageReference Include=\"{value}\" />",
        _ => throw new NotSupportedException($"A sample has a directive '{kind}', which is not known here."),
    };

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines);

    /// <summary>Leaves a file alone that is as it should be: what has not changed is not compiled again.</summary>
    private static void Write(string name, string content)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (!File.Exists(path) || File.ReadAllText(path) != content)
            File.WriteAllText(path, content);
    }

    [GeneratedRegex(@"^#:(?<kind>\w+) +(?<value>\S+)", RegexOptions.Multiline)]
    private static partial Regex Directive();
}
