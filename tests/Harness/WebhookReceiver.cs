using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.Json;
using KediriLapor.Samples;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace KediriLapor.Harness;

/// <summary>A delivery as it came over the wire.</summary>
public sealed record CaughtDelivery(string Path, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public string Id => Headers["webhook-id"];

    public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Body);

    public string Type => Json.GetProperty("type").GetString()!;

    public Guid Report => Json.GetProperty("data").GetProperty("reportId").GetGuid();

    public int Sequence => Json.GetProperty("data").GetProperty("sequence").GetInt32();

    /// <summary>By the sample that integrators are given.</summary>
    public bool IsSignedBy(string secret, DateTimeOffset now) =>
        WebhookVerifier.IsGenuine(secret, Id, Headers["webhook-timestamp"], Headers["webhook-signature"], Body, now);
}

/// <summary>What the receiver says to one delivery.</summary>
/// <param name="Hangs">It says nothing until the sender gives up.</param>
public sealed record ReceiverSays(int Status, int? RetryAfter = null, string? Location = null, string? Body = null, bool Hangs = false);

/// <summary>Somebody's program that takes webhooks, on this machine.</summary>
public sealed class WebhookReceiver : IAsyncDisposable
{
    private readonly WebApplication server;
    private readonly ConcurrentQueue<CaughtDelivery> caught = new();
    private readonly ConcurrentDictionary<string, int> atOnce = new();
    private readonly CancellationTokenSource gone = new();
    private int overlaps;

    private WebhookReceiver(WebApplication server) => this.server = server;

    public string Url => server.Urls.Single() + "/hook";

    public int Port => new Uri(Url).Port;

    /// <summary>In the order they came.</summary>
    public CaughtDelivery[] Caught => [.. caught];

    /// <summary>How often one delivery came while it was being taken already.</summary>
    public int Overlaps => overlaps;

    /// <summary>What it says to the next deliveries, one after another; afterwards, and without a plan, 200.</summary>
    public ConcurrentQueue<ReceiverSays> Plan { get; } = new();

    /// <summary>How long it thinks before it answers.</summary>
    public TimeSpan Thinks { get; set; }

    /// <summary>What it says to every delivery that no plan is made for.</summary>
    public Func<CaughtDelivery, ReceiverSays> Otherwise { get; set; } = _ => new ReceiverSays(200);

    public static async Task<WebhookReceiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseSetting(WebHostDefaults.ServerUrlsKey, "").ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var server = builder.Build();
        var receiver = new WebhookReceiver(server);
        server.Run(receiver.Take);
        await server.StartAsync();
        return receiver;
    }

    public async ValueTask DisposeAsync()
    {
        await gone.CancelAsync();
        await server.DisposeAsync();
        gone.Dispose();
    }

    private async Task Take(HttpContext http)
    {
        using var sent = new MemoryStream();
        await http.Request.Body.CopyToAsync(sent);
        var delivery = new CaughtDelivery(http.Request.Path, http.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString()), sent.ToArray());
        var id = delivery.Headers.GetValueOrDefault("webhook-id", "");
        Interlocked.Add(ref overlaps, atOnce.AddOrUpdate(id, 1, (_, count) => count + 1) - 1);
        var says = Plan.TryDequeue(out var planned) ? planned : Otherwise(delivery);
        caught.Enqueue(delivery);
        try
        {
            if (says.Hangs || Thinks > TimeSpan.Zero)
            {
                using var given = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, gone.Token);
                await Wait(says.Hangs ? Timeout.InfiniteTimeSpan : Thinks, given.Token);
            }
        }
        finally
        {
            atOnce.AddOrUpdate(id, 0, (_, count) => count - 1);
        }

        http.Response.StatusCode = says.Status;
        http.Response.Headers.RetryAfter = says.RetryAfter?.ToString(CultureInfo.InvariantCulture);
        http.Response.Headers.Location = says.Location;
        await (says.Body is { } body ? http.Response.WriteAsync(body) : Task.CompletedTask);
    }

    private static async Task Wait(TimeSpan time, CancellationToken ct)
    {
        var ended = new TaskCompletionSource();
        await using var timer = new Timer(_ => ended.TrySetResult(), null, time, Timeout.InfiniteTimeSpan);
        await using var cancelled = ct.Register(() => ended.TrySetResult());
        await ended.Task;
    }
}
