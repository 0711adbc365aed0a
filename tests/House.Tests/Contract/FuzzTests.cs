using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using KediriLapor.Platform.Limits;

namespace KediriLapor.House.Tests.Contract;

/// <summary>
/// Every operation of the contract, and of Open311 beside it, gets requests that break the contract in one place, and requests of things that nobody
/// thought of: none is a 5xx, and no violation is accepted. What came out of chance comes again from its seed.
/// </summary>
public sealed class FuzzTests
{
    /// <summary>Requests of chance to each operation; <c>FUZZ_ROUNDS</c> for a night of it.</summary>
    private static readonly int Rounds = int.Parse(Environment.GetEnvironmentVariable("FUZZ_ROUNDS") ?? "6", CultureInfo.InvariantCulture);

    private static readonly int Seed = int.Parse(Environment.GetEnvironmentVariable("FUZZ_SEED") ?? "112", CultureInfo.InvariantCulture);

    /// <summary>A violation that is taken on purpose, and why.</summary>
    private static readonly Dictionary<string, string> Taken = new()
    {
    };

    private readonly Random random = new(Seed);
    private readonly List<string> failed = [];

    private People people = null!;
    private ContractDocument contract = null!;
    private ContractWatch watch = null!;
    private ExampleRequests examples = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        // one sender of so much would be told to wait, and what waits is not looked at
        people = await People.ArriveAsync(settings: [.. Enum.GetNames<RouteClass>().Select(name => ("Limits:" + name, (string?)"1000000"))]);
        using var client = people.Api.NewClient();
        contract = await ContractDocument.Read(client);
        watch = new ContractWatch(contract);
        examples = new ExampleRequests(people, contract, watch);
    }

    [OneTimeTearDown]
    public async Task Stop() => await people.DisposeAsync();

    [SetUp]
    public void Forget() => failed.Clear();

    [Test]
    public async Task No_violation_is_accepted()
    {
        var (unfit, tried) = (new Unfit(contract), 0);
        foreach (var operation in Fuzzed())
        {
            var fit = await examples.Of(operation);
            var broken = fit.Body is null ? [] : unfit.Bodies(fit.Body, operation.RequestBody!["content"]!["application/json"]!["schema"]!).Select(one => (one.Where, fit with { Body = one.Body }));
            foreach (var parameter in operation.Description["parameters"]?.AsArray().Where(parameter => parameter!["in"]!.GetValue<string>() == "query") ?? [])
            {
                var name = parameter!["name"]!.GetValue<string>();
                broken = broken.Concat(unfit.Texts(parameter["schema"]!).Select(text => (
                    $"?{name}={text}", fit with { Query = [.. fit.Query.Where(given => given.Name != name), (name, text)] })));
            }

            foreach (var header in operation.Parameters("header").Where(header => header is "If-Match" or "Idempotency-Key" or "Supporter-Key"))
            {
                broken = broken.Concat(new[] { "", "karangan", "*" }.Select(text => ($"{header}: {text}", fit with { Headers = new(fit.Headers) { [header] = text } })));
            }

            foreach (var (where, request) in broken)
            {
                tried++;
                using var answer = await examples.Send(request);
                Judge(answer, $"{operation} {where}", accepted: Taken.ContainsKey($"{operation.Id} {where}"));
            }
        }

        TestContext.Out.WriteLine($"{tried} violations");
        Assert.That(tried, Is.GreaterThan(500));
        Assert.That(failed.Concat(watch.Faults), Is.Empty);
    }

    [Test]
    public async Task Nothing_that_chance_sends_is_an_error_of_the_program()
    {
        foreach (var operation in Fuzzed())
        {
            var fit = await examples.Of(operation);
            for (var round = 0; round < Rounds; round++)
            {
                using var answer = await examples.Send(Mangled(fit));
                Judge(answer, $"{operation} round {round} of seed {Seed}", accepted: true);
            }
        }

        Assert.That(failed.Concat(watch.Faults), Is.Empty);
    }

    private static readonly string[] Georeport =
    [
        "GET discovery", "GET v2/services", "GET v2/services/{}", "GET v2/requests", "GET v2/requests/{}", "GET v2/tokens/{}", "GET v2/servicerequestupdates",
        "POST v2/requests", "POST v2/servicerequestupdates",
    ];

    private static readonly string[] GeoreportNames =
    [
        "api_key", "jurisdiction_id", "service_code", "lat", "long", "address_string", "address_id", "description", "first_name", "last_name", "phone", "email", "media_url", "attribute[kelasJalan]",
        "attribute[]", "service_request_id", "status", "start_date", "end_date", "updated_after", "updated_before", "bbox", "radius", "page", "page_size", "offset", "limit", "sort", "extensions",
        "agency_responsible", "update_id", "updated_datetime", "status_notes",
    ];

    private static readonly string[] GeoreportValues =
        ["open", "closed", "PJU-PADAM", "-7.8166", "112.0119", "2026-01-01T00:00:00Z", "112,-7.9,112.1,-7.7", "1", "true", "requested_datetime", People.ApiKey, "https://contoh.invalid/a.jpg"];

    [Test]
    public async Task Open311_tells_every_refusal_in_the_format_asked()
    {
        using var client = people.Api.NewClient();
        foreach (var route in Georeport.SelectMany(route => new[] { route, route.Replace("v2/", "test/v2/", StringComparison.Ordinal) }).Distinct())
        {
            for (var round = 0; round < Rounds * 10; round++)
            {
                var (method, format) = (route.Split(' ')[0], random.Next(2) == 0 ? "json" : "xml");
                var path = "/open311/" + route.Split(' ')[1].Replace("{}", Uri.EscapeDataString(Pick(GeoreportValues)), StringComparison.Ordinal) + "." + format;
                var fields = Enumerable.Range(0, random.Next(6)).Select(_ => KeyValuePair.Create(Pick(GeoreportNames), random.Next(3) == 0 ? Pick(Unfit.Nasty) : Pick(GeoreportValues))).ToArray();
                using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(method == "GET" ? $"{path}?{Query(fields)}" : path, UriKind.Relative));
                request.Content = method == "GET" ? null : random.Next(3) == 0 ? Multipart(fields) : new StringContent(Query(fields), Encoding.UTF8, "application/x-www-form-urlencoded");
                using var answer = await client.SendAsync(request);
                var told = $"{request.Method} {request.RequestUri} {string.Join(" & ", fields.Select(field => $"{field.Key}={field.Value}"))} of seed {Seed}";
                Judge(answer, told, accepted: true);
                var text = await answer.Content.ReadAsStringAsync();
                Assert.That(() => format == "json" ? (object)JsonNode.Parse(text)! : XDocument.Parse(text), Throws.Nothing, () => $"{told}: {(int)answer.StatusCode} {text}");
            }
        }

        Assert.That(failed, Is.Empty);
    }

    /// <summary>Streams do not end; who is signed out would be refused everything after.</summary>
    private IEnumerable<Operation> Fuzzed() => contract.Operations.Where(operation => operation.Id is not ("hearQueue" or "hearReport" or "hearCalls" or "signOut"));

    private SentRequest Mangled(SentRequest fit)
    {
        var request = fit with { PathValues = new(fit.PathValues), Query = [.. fit.Query], Headers = new(fit.Headers), Body = fit.Body?.DeepClone() };
        if (request.PathValues.Count > 0 && random.Next(3) == 0)
        {
            // no path has an empty part, and none with NUL gets past the web server
            request.PathValues[Pick([.. request.PathValues.Keys])] = Pick([.. Unfit.Nasty.Where(text => text.Trim().Length > 0 && !text.Contains('\0', StringComparison.Ordinal) && text != "\uD83D" && text != "%00")]);
        }

        var names = fit.Operation.Parameters("query").ToArray();
        if (names.Length > 0)
        {
            request.Query.Add((Pick(names), Pick(Unfit.Nasty)));
        }

        if (random.Next(4) == 0)
        {
            request.Query.Add(("karangan", Pick(Unfit.Nasty)));
        }

        foreach (var header in fit.Operation.Parameters("header").Where(_ => random.Next(3) == 0))
        {
            request.Headers[header] = Pick([.. Unfit.Nasty.Where(text => text.All(c => c is >= ' ' and <= '~'))]);
        }

        if (request.Body is JsonObject { Count: > 0 } body)
        {
            body[Pick([.. body.Select(field => field.Key)])] = Pick<Func<JsonNode?>>([() => Pick(Unfit.Nasty[..^2]), () => null, () => random.NextDouble() * 1e12, () => new JsonArray(), () => new JsonObject(), () => true])();
        }

        return fit.Operation.RequestBody is not null && random.Next(4) == 0 ? request with { Body = null, Content = Garbage } : request;
    }

    private HttpContent Garbage()
    {
        var bytes = new byte[random.Next(2000)];
        random.NextBytes(bytes);
        return random.Next(3) switch
        {
            0 => new ByteArrayContent(bytes) { Headers = { ContentType = new("application/json") } },
            1 => new ByteArrayContent(bytes) { Headers = { ContentType = new("multipart/form-data") { Parameters = { new("boundary", "x") } } } },
            _ => Multipart([KeyValuePair.Create("file", Encoding.Latin1.GetString(bytes))]),
        };
    }

    private static MultipartFormDataContent Multipart(IEnumerable<KeyValuePair<string, string>> fields)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            var part = new ByteArrayContent(Encoding.UTF8.GetBytes(value));
            if (name is "file" or "media_url")
            {
                form.Add(part, name == "file" ? name : "media", "foto.png");
            }
            else
            {
                form.Add(part, name);
            }
        }

        return form;
    }

    private static string Query(IEnumerable<KeyValuePair<string, string>> fields) => string.Join('&', fields.Select(field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value)}"));

    private T Pick<T>(T[] from) => from[random.Next(from.Length)];

    private void Judge(HttpResponseMessage answer, string told, bool accepted)
    {
        if (answer.StatusCode is >= HttpStatusCode.InternalServerError or HttpStatusCode.TooManyRequests || (answer.IsSuccessStatusCode && !accepted))
        {
            failed.Add($"{(int)answer.StatusCode} {told}");
        }
    }
}
