using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using KediriLapor.Harness;
using KediriLapor.Platform;
using KediriLapor.Webhooks;

namespace KediriLapor.House.Tests.Contract;

/// <summary>What <c>openapi.yaml</c> promises, as a document.</summary>
public sealed partial class ContractTests
{
    private static readonly string[] Verbs =
        ["list", "show", "submit", "change", "forward", "read", "upload", "track", "move", "rate", "note", "suggest", "locate", "sign", "prove", "correct", "erase", "import",
            "remove", "preview", "retry", "unsubscribe", "reject", "restore", "merge", "separate", "split", "support", "withdraw", "subscribe", "follow", "unfollow", "count", "hear",
            "ask", "answer", "open", "end", "export", "replay", "activate", "reset", "lift", "create", "rotate", "revoke", "ping", "log", "look", "mark", "review", "start", "cancel", "propose", "sum", "record", "add", "link"];

    private ApiHost api = null!;
    private ContractDocument contract = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        api = await ApiHost.StartAsync();
        using var client = api.NewClient();
        contract = await ContractDocument.Read(client);
        Assert.That(contract.Operations, Has.Count.GreaterThan(10));
    }

    [OneTimeTearDown]
    public async Task Stop() => await api.DisposeAsync();

    /// <summary>A difference is a decision: <c>UPDATE_GOLDEN=1 dotnet test tests/House.Tests</c> writes it down.</summary>
    [Test]
    public async Task The_contract_at_the_root_is_what_the_program_serves()
    {
        var golden = Path.Combine(Source.Root, "openapi.yaml");
        using var client = api.NewClient();
        var served = await client.GetStringAsync(new Uri("/openapi/v1.yaml", UriKind.Relative));
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            await File.WriteAllTextAsync(golden, served);
        }

        Assert.That(served, Is.EqualTo(await File.ReadAllTextAsync(golden)));
    }

    [Test]
    public async Task Every_event_that_a_webhook_can_ask_for_is_named_there()
    {
        var golden = await File.ReadAllTextAsync(Path.Combine(Source.Root, "openapi.yaml"));
        Assert.That(EventTypes.All, Is.Not.Empty);
        Assert.That(EventTypes.All.Where(type => !golden.Contains($"`{type}`", StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public void Every_operation_has_a_name_of_its_own_that_begins_with_a_verb()
    {
        var ids = contract.Operations.Select(operation => operation.Id).ToArray();
        Assert.That(ids, Is.Unique);
        Assert.That(ids.Where(id => !Verbs.Contains(FirstWord().Match(id).Value)), Is.Empty);
    }

    [Test]
    public void Every_operation_declares_what_it_answers_and_every_way_it_refuses()
    {
        Assert.Multiple(() =>
        {
            foreach (var operation in contract.Operations)
            {
                Assert.That(operation.Responses.Keys, Has.Some.StartsWith("2"), $"{operation}: a success");
                Assert.That(operation.Responses.Keys, Is.SupersetOf(Refusals(operation)), $"{operation}: refusals");
            }
        });
    }

    [Test]
    public void Every_refusal_is_a_problem()
    {
        var refusals = contract.Operations.SelectMany(operation => operation.Responses
            .Where(response => response.Key[0] is '4' or '5')
            .Select(response => (Name: $"{operation} {response.Key}", Content: Operation.Content(response.Value).ToArray()))).ToArray();
        Assert.That(refusals, Is.Not.Empty);
        Assert.That(
            refusals.Where(refusal => refusal.Content is not [("application/problem+json", { } schema)] || schema["$ref"]?.GetValue<string>() != "#/components/schemas/ProblemDetails")
                .Select(refusal => refusal.Name),
            Is.Empty);
    }

    [Test]
    public void Requests_are_closed_and_answers_are_open()
    {
        var asked = contract.Reach(Bodies(operation => [operation.RequestBody]));
        var answered = contract.Reach(Bodies(operation => operation.Responses.Values));
        Assert.That(asked, Is.Not.Empty);
        Assert.That(answered, Is.Not.Empty);
        Assert.That(asked.Where(schema => !IsClosed(schema) && !IsForm(schema)).Select(NameOf), Is.Empty, "open requests");
        Assert.That(answered.Where(IsClosed).Select(NameOf), Is.Empty, "closed answers");
    }

    [Test]
    public void Every_enum_lists_its_values()
    {
        var enums = typeof(Program).Assembly.GetTypes().Where(type => type.IsEnum && contract.Schemas.ContainsKey(type.Name)).ToArray();
        Assert.That(enums, Is.Not.Empty);
        Assert.That(enums.Where(type => contract.Schemas[type.Name]!["enum"] is not JsonArray { Count: > 0 } values || values.Contains(null)).Select(type => type.Name), Is.Empty);
    }

    [Test]
    public void Two_types_of_one_name_are_not_merged_into_one_schema()
    {
        var options = new JsonSerializerOptions { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };
        var names = new SchemaNames();
        Assert.That(names.Of(options.GetTypeInfo(typeof(One.Answer))), Is.EqualTo("Answer"));
        Assert.That(names.Of(options.GetTypeInfo(typeof(One.Answer))), Is.EqualTo("Answer"));
        Assert.That(() => names.Of(options.GetTypeInfo(typeof(Other.Answer))), Throws.InvalidOperationException.With.Message.Contains("Other+Answer"));
    }

    private static IEnumerable<string> Refusals(Operation operation)
    {
        if (operation.Parameters("path").Any())
        {
            yield return "404";
        }

        if (operation.RequestBody is not null || operation.Method == "GET")
        {
            yield return "400";
        }

        if (operation.RequestBody is not null)
        {
            yield return "413";
            yield return "415";
        }

        if (operation.Parameters("header").Contains("If-Match"))
        {
            yield return "412";
            yield return "428";
        }

        if (operation.NeedsSession)
        {
            yield return "401";
        }
    }

    private static bool IsClosed(JsonNode schema) => schema["additionalProperties"] is JsonValue open && !open.GetValue<bool>();

    /// <summary>A multipart form names its parts; a schema is not what closes it.</summary>
    private static bool IsForm(JsonNode schema) => schema["properties"]!["file"] is not null;

    private IEnumerable<JsonNode> Bodies(Func<Operation, IEnumerable<JsonNode?>> of) =>
        contract.Operations.SelectMany(of).SelectMany(Operation.Content).Select(content => content.Schema).OfType<JsonNode>();

    private string NameOf(JsonNode schema) => contract.Schemas.FirstOrDefault(named => ReferenceEquals(named.Value, schema)).Key ?? schema.ToJsonString();

    [GeneratedRegex("^[a-z]+")]
    private static partial Regex FirstWord();

    private static class One
    {
        internal sealed record Answer(string Text);
    }

    private static class Other
    {
        internal sealed record Answer(int Number);
    }
}
