using Mono.Cecil;

namespace MlNetDigits.Publicizer;

/// <summary>
/// Makes copies of ML.NET's assemblies in which everything is public or protected, to compile against.
/// </summary>
/// <remarks>
/// ML.NET's extension points for trainers (<c>TrainerEstimatorBase</c>, <c>ModelSaveContext</c>, ...) exist but are
/// internal. The compiler checks visibility against the copy; at run time CoreCLR honours
/// <c>IgnoresAccessChecksToAttribute</c>, so the untouched assembly of the Microsoft.ML package is what runs.
/// </remarks>
internal static class ReferenceAssembly
{
    /// <summary>
    /// Writes a copy of <paramref name="source"/> with public members to <paramref name="target"/>; what it refers to
    /// is looked up in <paramref name="referenceFolders"/>.
    /// </summary>
    public static void WritePublic(string source, string target, IEnumerable<string> referenceFolders)
    {
        using var resolver = new DefaultAssemblyResolver();
        foreach (var folder in referenceFolders)
            resolver.AddSearchDirectory(folder);

        using var assembly = AssemblyDefinition.ReadAssembly(source, new ReaderParameters { AssemblyResolver = resolver });
        foreach (var type in assembly.Modules.SelectMany(module => module.GetTypes()))
            MakePublic(type);

        // A build that is interrupted must not leave half an assembly with a fresh time stamp.
        var partial = target + ".partial";
        assembly.Write(partial);
        File.Move(partial, target, overwrite: true);
    }

    private static void MakePublic(TypeDefinition type)
    {
        if (type.IsNested)
            type.IsNestedPublic = true;
        else
            type.IsPublic = true;

        foreach (var method in type.Methods)
        {
            // "private protected" becomes "protected", so that what overrides it stays out of the public surface.
            if (method.IsFamilyAndAssembly)
                method.IsFamily = true;
            else if (!method.IsFamily)
                method.IsPublic = true;

            // Else an internal abstract method could not be overridden from another assembly.
            method.IsCheckAccessOnOverride = false;
        }

        // An event and its backing field share a name: made public, the field would hide the event.
        var events = type.Events.Select(e => e.Name).ToHashSet();
        foreach (var field in type.Fields.Where(field => !events.Contains(field.Name)))
            field.IsPublic = true;
    }
}
