using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace KediriLapor.Benchmarks.Load;

/// <summary>
/// One kept-alive HTTP/1.1 connection that reads of an answer only what a load needs: its status and where it ends. The
/// generator shares the cores with what it measures, so it must cost next to nothing.
/// </summary>
internal sealed class Connection : IDisposable
{
    private readonly Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private byte[] buffer = new byte[64 * 1024];
    private int length;

    public static async Task<Connection> Open(Uri server)
    {
        var connection = new Connection();
        await connection.socket.ConnectAsync(server.Host, server.Port);
        return connection;
    }

    /// <summary>Sends a whole request and reads the whole answer.</summary>
    /// <returns>The status.</returns>
    /// <exception cref="IOException">The server closed the connection.</exception>
    public async ValueTask<int> Send(ReadOnlyMemory<byte> request)
    {
        for (var sent = 0; sent < request.Length;)
        {
            sent += await socket.SendAsync(request[sent..]);
        }

        length = 0;
        while (!IsWhole(buffer.AsSpan(0, length)))
        {
            if (length == buffer.Length)
            {
                Array.Resize(ref buffer, length * 2);
            }

            var read = await socket.ReceiveAsync(buffer.AsMemory(length));
            length += read > 0 ? read : throw new IOException("The server closed the connection.");
        }

        return int.Parse(buffer.AsSpan("HTTP/1.1 ".Length, 3), CultureInfo.InvariantCulture);
    }

    /// <summary>The body of the last answer, freed of its chunks.</summary>
    public byte[] Body()
    {
        var answer = buffer.AsSpan(0, length);
        var head = answer.IndexOf("\r\n\r\n"u8);
        var rest = answer[(head + 4)..];
        if (answer[..head].IndexOf("Content-Length: "u8) >= 0)
        {
            return rest.ToArray();
        }

        var body = new List<byte>();
        while (true)
        {
            var line = rest.IndexOf("\r\n"u8);
            var size = int.Parse(rest[..line], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            if (size == 0)
            {
                return [.. body];
            }

            body.AddRange(rest.Slice(line + 2, size));
            rest = rest[(line + 2 + size + 2)..];
        }
    }

    /// <summary>A GET, or a POST of JSON when there is a body.</summary>
    public static byte[] Request(string path, string headers = "", string? body = null) => Encoding.UTF8.GetBytes(
        body is null
            ? $"GET {path} HTTP/1.1\r\nHost: bench\r\n{headers}\r\n"
            : $"POST {path} HTTP/1.1\r\nHost: bench\r\n{headers}Content-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}");

    public void Dispose() => socket.Dispose();

    private static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var head = answer.IndexOf("\r\n\r\n"u8);
        if (head < 0)
        {
            return false;
        }

        var body = answer[(head + 4)..];
        var field = answer[..head].IndexOf("Content-Length: "u8);
        if (field < 0)
        {
            return body.EndsWith("0\r\n\r\n"u8); // chunked; JSON holds no bare CR
        }

        var digits = answer[(field + "Content-Length: ".Length)..];
        return body.Length >= int.Parse(digits[..digits.IndexOf((byte)'\r')], CultureInfo.InvariantCulture);
    }
}
