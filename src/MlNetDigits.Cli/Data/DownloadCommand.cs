using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using MlNetDigits.Cli.CommandLine;

namespace MlNetDigits.Cli.Data;

/// <summary><c>digits data download</c>.</summary>
internal static class DownloadCommand
{
    private const string DefaultFolder = "data/mnist";

    /// <summary>Makes the command.</summary>
    public static Command Create(ToolConsole console)
    {
        var folder = OptionKinds.Path(
            console.Folder, "--out", "FOLDER", $"Where the files go [default: {DefaultFolder}]", path => OutputTarget.FindFolderProblem("--out", path));
        var mirror = new Option<Uri>("--mirror")
        {
            Description = "The address that the files are below",
            HelpName = "URL",
            DefaultValueFactory = _ => MnistDownload.DefaultMirror,
            CustomParser = result =>
            {
                var text = result.Tokens[0].Value;
                if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
                    return address;
                result.AddError($"--mirror must be an address that starts with http:// or https://, not '{text}'.");
                return null;
            },
        };
        var json = CommonOptions.Json();
        var command = new Verb(
            "download",
            "Downloads MNIST (11 MB) and checks it; goes on where an earlier download was cut off.",
            ("data download", "Get MNIST into data/mnist"),
            ("train --data data/mnist", "... and train on it"))
        {
            folder, mirror, json,
        };
        command.SetAction(parsed => Run(
            parsed.GetValue(folder) ?? console.Folder.Full(DefaultFolder), parsed.GetRequiredValue(mirror), parsed.GetValue(json), console));
        return command;
    }

    private static int Run(string folder, Uri mirror, bool json, ToolConsole console)
    {
        using var interruption = new Interruption(console);
        using var client = new HttpClient(new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(20) });
        using var made = new MadeFolders(folder);
        var files = MnistDownload.RunAsync(
            client, mirror, folder, new Announcer(console.Error), cancellationToken: interruption.Token).GetAwaiter().GetResult();
        console.Output.Write(json ? RenderJson(files, console.Folder) : RenderText(files, console.Folder));
        return ExitCode.Done;
    }

    private static string RenderText(ImmutableArray<DownloadedFile> files, WorkingFolder folder)
        => string.Concat(files.Select(file => $"{folder.Shown(file.Path)}  {(file.WasThere ? "was there" : "downloaded")}, checksum right\n"));

    private static string RenderJson(ImmutableArray<DownloadedFile> files, WorkingFolder folder) => Json.Render(new JsonObject
    {
        ["files"] = new JsonArray([.. files.Select(file => new JsonObject { ["path"] = folder.Shown(file.Path), ["wasThere"] = file.WasThere })]),
    });

    /// <summary>A line for each megabyte and at the end of each file.</summary>
    private sealed class Announcer(TextWriter error) : IProgress<DownloadProgress>
    {
        private const long Step = 1 << 20;

        private (string File, long Steps) _last = ("", 0);

        /// <inheritdoc/>
        public void Report(DownloadProgress value)
        {
            var now = (value.File, Steps: value.Bytes / Step);
            if (now == _last && !value.Done)
                return;
            _last = now;
            var total = value.TotalBytes is { } bytes ? string.Create(CultureInfo.InvariantCulture, $" of {bytes}") : "";
            error.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{value.File}: {value.Bytes}{total} bytes{(value.Done ? ", done" : "")}"));
        }
    }
}
