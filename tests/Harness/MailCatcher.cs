using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using MimeKit;

namespace KediriLapor.Harness;

/// <summary>A mail that was handed over, with the recipient of its envelope.</summary>
public sealed record CaughtMail(string To, MimeMessage Message)
{
    public string Text => Message.TextBody ?? "";
}

/// <summary>An SMTP server (RFC 5321, as much as a client that sends needs) that keeps what it is given.</summary>
public sealed class MailCatcher : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource closing = new();
    private readonly ConcurrentQueue<CaughtMail> mails = new();
    private readonly Task serving;

    public MailCatcher()
    {
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        serving = ServeAsync();
    }

    public int Port { get; }

    /// <summary>In the order they came.</summary>
    public CaughtMail[] Mails => [.. mails];

    /// <summary>The mailbox that does not exist: 550.</summary>
    public string? Refuses { get; set; }

    /// <summary>The server is there and takes nothing: 421.</summary>
    public bool Down { get; set; }

    public CaughtMail[] To(string address) => [.. mails.Where(mail => mail.To == address)];

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        listener.Stop();
        await serving;
        closing.Dispose();
        listener.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                _ = TalkAsync(await listener.AcceptTcpClientAsync(closing.Token));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException)
        {
            // closed
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        try
        {
            using var line = client;
            await using var stream = client.GetStream();
            using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
            await using var writer = new StreamWriter(stream, System.Text.Encoding.Latin1) { AutoFlush = true, NewLine = "\r\n" };
            if (Down)
            {
                await writer.WriteLineAsync("421 later");
                return;
            }

            await writer.WriteLineAsync("220 catcher");
            var to = "";
            while (await reader.ReadLineAsync(closing.Token) is { } said)
            {
                var refused = false;
                if (said.StartsWith("RCPT TO:", StringComparison.OrdinalIgnoreCase))
                {
                    to = said[(said.IndexOf('<', StringComparison.Ordinal) + 1)..said.IndexOf('>', StringComparison.Ordinal)];
                    refused = to == Refuses;
                }

                if (said == "DATA")
                {
                    await writer.WriteLineAsync("354 go on");
                    mails.Enqueue(new CaughtMail(to, await ReadAsync(reader)));
                }

                await writer.WriteLineAsync(refused ? $"550 no such user {to}" : said == "QUIT" ? "221 bye" : "250 ok");
                if (said == "QUIT")
                {
                    return;
                }
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // the other side hung up
        }
    }

    private async Task<MimeMessage> ReadAsync(StreamReader reader)
    {
        var text = new System.Text.StringBuilder();
        while (await reader.ReadLineAsync(closing.Token) is { } row and not ".")
        {
            text.Append(row.StartsWith('.') ? row[1..] : row).Append("\r\n");
        }

        using var bytes = new MemoryStream(System.Text.Encoding.Latin1.GetBytes(text.ToString()));
        return await MimeMessage.LoadAsync(bytes, closing.Token);
    }
}
