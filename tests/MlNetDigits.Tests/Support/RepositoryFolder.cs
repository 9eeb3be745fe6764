namespace MlNetDigits.Tests.Support;

/// <summary>The checkout that these tests were built in.</summary>
internal static class RepositoryFolder
{
    /// <summary>Its full path.</summary>
    public static string Path { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>The full path of something in it.</summary>
    public static string Combine(params string[] names) => System.IO.Path.Combine([Path, .. names]);

    private static string Find(DirectoryInfo? folder)
    {
        for (; folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "MlNetDigits.sln")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException($"None of the folders above {AppContext.BaseDirectory} holds MlNetDigits.sln.");
    }
}
