using MlNetDigits.Pictures;
using MlNetDigits.Tests.Pictures.Handwriting;
using MlNetDigits.Tests.Support;

namespace MlNetDigits.Tests.Cli.Screens;

/// <summary>What lies in the folder that each screen starts in; the README beside this file lists it.</summary>
internal static class ScreenFolder
{
    private static readonly string Output = AppContext.BaseDirectory;

    /// <summary>Puts it there.</summary>
    public static void Fill(TemporaryFolder folder)
    {
        // The run that was frozen: its files never change, whatever training comes to.
        var frozen = Path.Combine(Output, "Cli", "Frozen");
        foreach (var path in Directory.EnumerateFiles(Path.Combine(frozen, "run-v1-validated")))
            Copy(path, $"runs/first/{Path.GetFileName(path)}");
        folder.Write("runs/first/options.json", File.ReadAllText(folder.File("runs/first/options.json")).Replace("/data/", $"{folder.Path}/", StringComparison.Ordinal));
        Copy(Path.Combine(frozen, "digits-train.csv"), "digits-train.csv");
        Copy(Path.Combine(frozen, "digits-test.csv"), "digits-test.csv");

        folder.Write("mine.csv", string.Join('\n', File.ReadLines(Path.Combine(Output, "data", "digits-train.csv")).Take(600)) + "\n");

        // A frozen one too, so that no screen changes with the model that comes with the tool.
        Copy(FrozenModel.PathOf("digits.zip"), "models/my-digits.zip");
        Copy(Path.Combine(Output, "Handwriting", "Pictures", "plain_7.png"), "seven.png");
        Copy(Path.Combine(Output, "Handwriting", "Pictures", "font-breip_0123456789.png"), "font_0123456789.png");
        folder.Write("page.png", PictureFile.ToPng(Sheet.WithLines([[3, 1, 4], [1, 5, 9]], scale: 4)));
        folder.Write("notes.txt", "Buy milk.\n");
        folder.Write("short.csv", "5,0,0,12\n");

        void Copy(string from, string name)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(folder.File(name))!);
            File.Copy(from, folder.File(name));
        }
    }
}
