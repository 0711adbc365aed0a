using System.Net;
using System.Net.ServerSentEvents;
using System.Text.Json;
using System.Threading.Channels;

namespace KediriLapor.Harness;

/// <summary>An open stream of server-sent events, as a browser hears it.</summary>
public sealed class EventStream : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly HttpResponseMessage response;
    private readonly CancellationTokenSource gone = new();
    private readonly Channel<Heard> heard = Channel.CreateUnbounded<Heard>();
    private readonly Task reading;

    internal EventStream(HttpResponseMessage response)
    {
        this.response = response;
        reading = Read();
    }

    /// <summary>One event: its type, the id to resume from if it carries one, its data.</summary>
    public sealed record Heard(string Type, string? Id, JsonElement Data)
    {
        public Guid Report => Data.GetProperty("id").GetGuid();

        public int Version => Data.GetProperty("version").GetInt32();
    }

    public HttpStatusCode Status => response.StatusCode;

    /// <summary>Where this stream would be taken up again.</summary>
    public string LastEventId { get; private set; } = "";

    /// <summary>The next event that is more than a sign of life; null when the stream ended.</summary>
    public async Task<Heard?> NextAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        await foreach (var one in heard.Reader.ReadAllAsync(patience.Token))
        {
            if (one.Type is not "beat")
            {
                LastEventId = one.Id ?? LastEventId;
                return one;
            }
        }

        return null;
    }

    /// <summary>What it says next, of the type that the story expects.</summary>
    public async Task<Heard> NextAsync(string type) => await NextAsync() is { } next && next.Type == type
        ? next
        : throw new InvalidOperationException($"The stream did not say {type}.");

    public async ValueTask DisposeAsync()
    {
        await gone.CancelAsync();
        await reading;
        response.Dispose();
        gone.Dispose();
    }

    private async Task Read()
    {
        try
        {
            await using var body = await response.Content.ReadAsStreamAsync(gone.Token);
            await foreach (var item in SseParser.Create(body).EnumerateAsync(gone.Token))
            {
                heard.Writer.TryWrite(new Heard(item.EventType, item.EventId, JsonSerializer.Deserialize<JsonElement>(item.Data)));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or HttpRequestException)
        {
        }

        heard.Writer.TryComplete();
    }
}
