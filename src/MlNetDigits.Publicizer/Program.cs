using MlNetDigits.Publicizer;

// Build support, run by MlNetInternals.targets: publicizer OUTPUT_FOLDER REFERENCE_FOLDER;... ASSEMBLY...
if (args.Length < 3)
{
    Console.Error.WriteLine("usage: publicizer OUTPUT_FOLDER REFERENCE_FOLDER;... ASSEMBLY...");
    return 2;
}

Directory.CreateDirectory(args[0]);
foreach (var assembly in args[2..])
    ReferenceAssembly.WritePublic(assembly, Path.Combine(args[0], Path.GetFileName(assembly)), args[1].Split(';'));

return 0;
