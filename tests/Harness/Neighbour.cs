using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace KediriLapor.Harness;

/// <summary>A record that a neighbour received and judged by itself.</summary>
/// <param name="Id">Of the hand-over.</param>
/// <param name="Jws">As it came over the wire.</param>
/// <param name="Statement">What it says.</param>
public sealed record ReceivedRecord(Guid Id, string Jws, JsonElement Statement);

/// <summary>
/// An agency outside the city with a desk, a register and numbers of its own. It shares no code with the program: it knows the link that it was
/// mailed, the JWS standard (RFC 7515, RFC 7518) and where the city publishes its keys, and trusts nothing else.
/// </summary>
public sealed partial class Neighbour(ApiHost city, string name) : IDisposable
{
    private readonly HttpClient http = city.NewClient();
    private readonly Dictionary<Guid, string> register = [];

    public string Name => name;

    /// <summary>The number under which it entered the matter.</summary>
    public string NumberOf(Guid handOver) => register[handOver];

    /// <summary>The link in a mail of the city's.</summary>
    public static Uri LinkIn(CaughtMail mail) => new(Link().Match(mail.Text).Value);

    /// <summary>Fetches the record behind a link, and refuses it unless the city's published key says that it is genuine.</summary>
    /// <exception cref="ForgedRecord">It is not.</exception>
    public async Task<ReceivedRecord> ReceiveAsync(Uri link)
    {
        var answer = await GetAsync(link, "");
        var shown = answer.Status == HttpStatusCode.OK ? answer.Body : throw new InvalidOperationException($"The link does not open: {answer.Status} {answer.Text}");
        var jws = shown.GetProperty("jws").GetString()!;
        return new ReceivedRecord(shown.GetProperty("id").GetGuid(), jws, await JudgeAsync(jws));
    }

    /// <summary>What a compact JWS says, if it was signed for this purpose by one of the city's keys.</summary>
    /// <exception cref="ForgedRecord">It was not.</exception>
    public async Task<JsonElement> JudgeAsync(string jws)
    {
        if (jws.Split('.') is not [var header, var payload, var signature])
        {
            throw new ForgedRecord("three parts");
        }

        var head = JsonSerializer.Deserialize<JsonElement>(Base64Url.DecodeFromChars(header));
        if (head.GetProperty("alg").GetString() != "ES256" || head.GetProperty("typ").GetString() != "kedirilapor-hand-over+jws")
        {
            throw new ForgedRecord("another kind of token");
        }

        using var key = ECDsa.Create();
        key.ImportFromPem(await KeyAsync(head.GetProperty("kid").GetString()!));
        return key.VerifyData(Encoding.ASCII.GetBytes($"{header}.{payload}"), Base64Url.DecodeFromChars(signature), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation)
            ? JsonSerializer.Deserialize<JsonElement>(Base64Url.DecodeFromChars(payload))
            : throw new ForgedRecord("the signature");
    }

    /// <summary>Enters the matter under a number of its own and takes it over.</summary>
    public Task<Answer> AcknowledgeAsync(Uri link, ReceivedRecord record, DateOnly expectedOn)
    {
        register.TryAdd(record.Id, $"{name.ToUpperInvariant()}-{expectedOn.Year}-{register.Count + 417:00000}");
        return AnswerAsync(link, new { reply = "acknowledged", number = register[record.Id], expectedOn, by = $"Posko {name}", contact = "123" });
    }

    public Task<Answer> DeclineAsync(Uri link, string reason) => AnswerAsync(link, new { reply = "declined", by = $"Posko {name}", reason });

    /// <summary>Any answer at all.</summary>
    public Task<Answer> AnswerAsync(Uri link, object answer) =>
        SendAsync(HttpMethod.Put, link, "/answer", new StringContent(JsonSerializer.Serialize(answer, Person.Json), Encoding.UTF8, "application/json"));

    /// <param name="part">Below the hand-over, such as <c>/document</c>.</param>
    public Task<Answer> GetAsync(Uri link, string part) => SendAsync(HttpMethod.Get, link, part, null);

    public void Dispose() => http.Dispose();

    /// <summary>The token goes in a header: it stood behind the #, which no browser sends.</summary>
    private async Task<Answer> SendAsync(HttpMethod method, Uri link, string part, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, $"/api/v1/hand-overs/{link.Segments[^1]}{part}") { Content = content };
        request.Headers.TryAddWithoutValidation("Hand-Over-Token", link.Fragment.TrimStart('#'));
        using var response = await http.SendAsync(request);
        return await Answer.ReadAsync(response);
    }

    private async Task<string> KeyAsync(string id)
    {
        var keys = JsonSerializer.Deserialize<JsonElement>(await http.GetStringAsync(new Uri("/api/v1/public/history-roots/keys", UriKind.Relative))).GetProperty("items").EnumerateArray();
        return keys.Where(key => key.GetProperty("id").GetString() == id).Select(key => key.GetProperty("pem").GetString()).SingleOrDefault() ?? throw new ForgedRecord("a key of nobody's");
    }

    [GeneratedRegex(@"https?://\S+/serah-terima/\S+#\S+")]
    private static partial Regex Link();
}

/// <param name="why">What is wrong with it.</param>
public sealed class ForgedRecord(string why) : Exception($"This record is not the city's: {why}.");
