using System.Net;
using System.Net.Sockets;

namespace MlNetDigits.Tests.Support;

/// <summary>Serves the files of a folder to this machine.</summary>
internal sealed class FileServer : IDisposable
{
    private readonly HttpListener _listener;

    private FileServer(HttpListener listener, string address) => (_listener, Address) = (listener, address);

    /// <summary>What to put before a file's name.</summary>
    public string Address { get; }

    /// <summary>Starts on a free port.</summary>
    public static FileServer Start(string folder)
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        var port = ((IPEndPoint)probe.LocalEndpoint).Port;
        probe.Stop();

        var listener = new HttpListener();
        listener.Prefixes.Add($"http://127.0.0.1:{port}/");
        listener.Start();
        _ = ServeAsync(listener, folder);
        return new FileServer(listener, $"http://127.0.0.1:{port}/");
    }

    public void Dispose() => _listener.Close();

    private static async Task ServeAsync(HttpListener listener, string folder)
    {
        while (listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await listener.GetContextAsync();
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            var file = Path.Combine(folder, Path.GetFileName(context.Request.Url!.LocalPath));
            using var response = context.Response;
            response.StatusCode = File.Exists(file) ? 200 : 404;
            if (File.Exists(file))
                await response.OutputStream.WriteAsync(await File.ReadAllBytesAsync(file));
        }
    }
}
