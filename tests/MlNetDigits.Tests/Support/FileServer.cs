using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace MlNetDigits.Tests.Support;

/// <summary>A web server on this machine that can do what mirrors do, good and bad.</summary>
internal sealed class FileServer : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly HttpListener _listener;
    private readonly Task _serving;

    /// <summary>Starts on a free port, with no files yet.</summary>
    public FileServer()
    {
        (_listener, Address) = Listen();
        _serving = ServeAsync();
    }

    /// <summary>What to put before a file's name.</summary>
    public Uri Address { get; }

    /// <summary>The contents by name.</summary>
    public ConcurrentDictionary<string, byte[]> Files { get; } = new();

    /// <summary>Names whose next answer is cut off after so many bytes.</summary>
    public ConcurrentDictionary<string, int> CutAfter { get; } = new();

    /// <summary>Whether the server continues where it is asked to.</summary>
    public bool KnowsRanges { get; set; } = true;

    /// <summary>What was asked for: the name, and the first byte if not 0.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    public void Dispose()
    {
        _listener.Close();

        // Not for ever: a listener that is closed while it hands over a request may leave the wait for it pending.
        _serving.Wait(Patience);
    }

    private static (HttpListener Listener, Uri Address) Listen()
    {
        for (var attempt = 1; ; attempt++)
        {
            var address = new Uri($"http://127.0.0.1:{FreePort()}/mnist/");
            var listener = new HttpListener();
            listener.Prefixes.Add(address.AbsoluteUri);
            try
            {
                listener.Start();
                return (listener, address);
            }
            catch (HttpListenerException) when (attempt < 5)
            {
                // Somebody else took the port since it was found free.
                listener.Close();
            }
        }
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                Answer(await _listener.GetContextAsync().ConfigureAwait(false));
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
            {
                // Closed at the end of the test, or the client went away.
            }
        }
    }

    private void Answer(HttpListenerContext context)
    {
        var name = Path.GetFileName(context.Request.Url!.LocalPath);
        var range = context.Request.Headers["Range"];
        Requests.Enqueue(range is null ? name : $"{name} {range}");
        if (!Files.TryGetValue(name, out var content))
        {
            context.Response.StatusCode = 404;
            context.Response.Close();
            return;
        }

        var from = KnowsRanges && range is not null ? int.Parse(range["bytes=".Length..^1], null) : 0;
        if (from > 0 && from >= content.Length)
        {
            context.Response.StatusCode = 416;
            context.Response.Close();
            return;
        }

        if (from > 0)
        {
            context.Response.StatusCode = 206;
            context.Response.Headers["Content-Range"] = $"bytes {from}-{content.Length - 1}/{content.Length}";
        }

        context.Response.ContentLength64 = content.Length - from;
        if (CutAfter.TryRemove(name, out var length))
        {
            context.Response.OutputStream.Write(content, from, length);
            context.Response.OutputStream.Flush();
            context.Response.Abort();
            return;
        }

        context.Response.Close(content[from..], willBlock: true);
    }
}
