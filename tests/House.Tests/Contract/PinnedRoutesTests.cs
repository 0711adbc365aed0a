using System.Text.Json.Nodes;
using KediriLapor.Harness;

namespace KediriLapor.House.Tests.Contract;

/// <summary>Routes and fields that others rely on: they may get more fields, never lose one inside v1.</summary>
public sealed class PinnedRoutesTests
{
    private ApiHost api = null!;
    private ContractDocument contract = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        api = await ApiHost.StartAsync();
        using var client = api.NewClient();
        contract = await ContractDocument.Read(client);
    }

    [OneTimeTearDown]
    public async Task Stop() => await api.DisposeAsync();

    [TestCase("GET /api/v1/services", "", "items: code name group emergency description questions")]
    [TestCase("GET /api/v1/services/suggest", "text lat lng", "suggestions emergency places")]
    [TestCase("GET /api/v1/services/suggest", "text", "suggestions: code name score")]
    [TestCase("GET /api/v1/services/suggest", "text", "places: kelurahan evidence")]
    [TestCase("GET /api/v1/wards/locate", "lat lng", "inside kelurahan kecamatan borderMetres alternatives")]
    [TestCase("POST /api/v1/attachments", "file", "id contentType width height bytes position")]
    [TestCase(
        "POST /api/v1/reports",
        "Idempotency-Key serviceCode description location kelurahanCode address answers attachmentIds anonymous confidential reporter",
        "id trackingCode secret status service kelurahan agency dueAt routing")]
    [TestCase("GET /api/v1/tracking/{trackingCode}", "trackingCode", "trackingCode status step agency dueAt timeline allowedNext")]
    [TestCase("POST /api/v1/session", "userName password", "userName name permissions agency antiforgeryToken")]
    [TestCase("GET /api/v1/session", "", "userName name permissions agency antiforgeryToken")]
    [TestCase("DELETE /api/v1/session", "", "")]
    [TestCase("GET /api/v1/reports", "status service kelurahan agency overdue q pageSize after", "items next")]
    [TestCase("GET /api/v1/reports", "", "items: id trackingCode status service kelurahan agency submittedAt dueAt version")]
    [TestCase("GET /api/v1/reports/{id}", "id", "allowedNext version history deadline routing")]
    [TestCase(
        "POST /api/v1/reports/{id}/status",
        "If-Match to publicNote internalNote attachmentIds reason plannedFor", "status version dueAt allowedNext")]
    [TestCase("POST /api/v1/reports/{id}/disposisi", "If-Match agencyCode note kelurahanCode serviceCode", "status version dueAt allowedNext")]
    [TestCase("GET /api/v1/audit/access", "report account since until pageSize after", "items next")]
    [TestCase("GET /api/v1/public/reports", "bbox status service after", "items next")]
    public void A_pinned_route_keeps_its_fields(string route, string request, string answer)
    {
        var operation = contract.Operations.SingleOrDefault(operation => $"{operation.Method} {operation.Path}" == route);
        Assert.That(operation, Is.Not.Null, route);

        var asked = new[] { "path", "query", "header" }.SelectMany(operation!.Parameters)
            .Concat(Operation.Content(operation.RequestBody).SelectMany(content => Fields(content.Schema)));
        Assert.That(asked, Is.SupersetOf(Words(request)));

        var (list, fields) = answer.Split(": ") is [var name, var inner] ? (name, inner) : (null, answer);
        var success = operation.Responses.First(response => response.Key[0] == '2').Value;
        var body = Operation.Content(success).Select(content => content.Schema).FirstOrDefault();
        var schema = list is null ? body : contract.Resolve(body!)["properties"]![list]!["items"];
        Assert.That(Fields(schema), Is.SupersetOf(Words(fields)));
    }

    [Test]
    public void The_statuses_are_spelt_as_pinned() =>
        Assert.That(
            contract.Schemas["ReportStatus"]!["enum"]!.AsArray().Select(value => value!.GetValue<string>()),
            Is.SupersetOf(Words("submitted needsInformation routed inProgress planned resolved closed")));

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private IEnumerable<string> Fields(JsonNode? schema) =>
        schema is null ? [] : contract.Resolve(schema)["properties"]?.AsObject().Select(property => property.Key) ?? [];
}
