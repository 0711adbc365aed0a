using System.Globalization;
using System.Text;
using System.Text.Json;
using KediriLapor.Benchmarks.Load;
using KediriLapor.Benchmarks.Servers;

namespace KediriLapor.Benchmarks.Floor;

/// <summary>One hot use case and how to ask for it; the API and the floor are sent the same bytes.</summary>
/// <param name="Name">Also the name of the file with the floor's answer.</param>
/// <param name="Goal">The share of the floor's throughput that the API must keep; null where nothing is promised.</param>
/// <param name="Request">Gives the next request, from any thread.</param>
internal sealed record UseCase(string Name, double? Goal, Func<byte[]> Request)
{
    public const string Submit = "submit";
    public const string Status = "status";
    public const string Queue = "queue";
    public const string Track = "track";
    public const string Public = "public";
    public const string Map = "map";

    /// <summary>An answer without a question to the database: what is lost on the way to an endpoint and back.</summary>
    public const string Empty = "empty";
    public const string Locate = "locate";
    public const string Suggest = "suggest";

    public static readonly string[] Names = [Queue, Track, Public, Map, Empty, Locate, Suggest, Submit, Status];

    public const string Service = "JLN-RUSAK";
    public const string Agency = "DPUPR";
    public const string Description = "Jalan berlubang besar di depan pasar, bahaya untuk motor malam hari.";
    public const string Address = "Depan Pasar Bandar";
    public const string RoutingReason = "“Jalan kota rusak / berlubang” menjadi tugas DPUPR.";
    public const string RoutingInputs =
        """{"serviceCode":"JLN-RUSAK","kelurahanCode":"35.71.01.1001","kecamatanCode":"35.71.01","answers":{"kelasJalan":"kota"},"borderMetres":120.5,"placeConfirmed":true,"on":"2026-01-05"}""";

    public const string Note = "Dijadwalkan setelah bahan tersedia.";
    public static readonly DateOnly PlannedFor = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().Date).AddDays(60);

    /// <summary>The middle of the city as a phone shows it.</summary>
    public const int Zoom = 13;
    public static readonly (double West, double South, double East, double North) Part = (111.99, -7.84, 112.04, -7.80);

    private const string NewReport =
        $$$"""{"serviceCode":"{{{Service}}}","description":"{{{Description}}}","location":{"lat":-7.8186,"lng":112.0034},"address":"{{{Address}}}","answers":{"kelasJalan":"kota"}}""";

    /// <summary>How many reports the tracking case takes turns with.</summary>
    private const int TrackedReports = 200;

    /// <summary>The hot use cases on a seeded API.</summary>
    /// <param name="officer">Headers of a signed-in officer of <see cref="Agency"/>.</param>
    public static async Task<UseCase[]> All(RunningServer api, string officer)
    {
        var tracked = new byte[TrackedReports][];
        for (var i = 0; i < TrackedReports; i++)
        {
            var receipt = await SubmitOne(api);
            tracked[i] = Connection.Request($"/api/v1/tracking/{receipt.GetProperty("trackingCode")}", $"Report-Secret: {receipt.GetProperty("secret")}\r\n");
        }

        var queue = Connection.Request("/api/v1/reports?pageSize=25", officer);
        var list = Connection.Request("/api/v1/public/reports?pageSize=25");
        var map = Connection.Request(string.Create(CultureInfo.InvariantCulture, $"/api/v1/public/map?bbox={Part.West},{Part.South},{Part.East},{Part.North}&zoom={Zoom}"));
        var empty = Connection.Request("/api/v1/map/base");
        var locate = Connection.Request("/api/v1/wards/locate?lat=-7.8186&lng=112.0034");
        var suggest = Connection.Request("/api/v1/services/suggest?text=" + Uri.EscapeDataString(Description));
        return
        [
            new(Queue, 0.80, () => queue),
            new(Track, 0.80, () => Random.Shared.GetItems(tracked, 1)[0]),
            new(Public, 0.80, () => list),
            new(Map, 0.80, () => map),
            new(Empty, null, () => empty),
            new(Locate, null, () => locate),
            new(Suggest, null, () => suggest),
            new(Submit, 0.70, () => Connection.Request("/api/v1/reports", $"Idempotency-Key: {Guid.CreateVersion7()}\r\n", NewReport)),
            new(Status, 0.70, Moves(officer)),
        ];
    }

    /// <summary>Plans one report after the other and, having come round, begins them again: each is at the version that its last move left.</summary>
    private static Func<byte[]> Moves(string officer)
    {
        var (planned, begun) = ($$"""{"to":"planned","publicNote":"{{Note}}","plannedFor":"{{PlannedFor:O}}"}""", """{"to":"inProgress"}""");
        var moves = -1;
        return () =>
        {
            var (round, n) = Math.DivRem(Interlocked.Increment(ref moves), SeededReports.InWork);
            return Connection.Request($"/api/v1/reports/{SeededReports.IdInWork(n)}/status", $"{officer}If-Match: \"{round + 2}\"\r\n", round % 2 == 0 ? planned : begun);
        };
    }

    /// <summary>The answer's body, for the floor to repeat.</summary>
    /// <exception cref="InvalidOperationException">The API refused.</exception>
    public async Task<byte[]> Sample(RunningServer api)
    {
        using var connection = await Connection.Open(api.Address);
        var status = await connection.Send(Request());
        return status is >= 200 and < 300 ? connection.Body() : throw new InvalidOperationException($"{Name} was answered by {status}");
    }

    private static async Task<JsonElement> SubmitOne(RunningServer api)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/reports") { Content = new StringContent(NewReport, Encoding.UTF8, "application/json") };
        request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        using var answer = await api.Client.SendAsync(request);
        return await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
    }
}
