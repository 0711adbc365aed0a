using System.Text.Json.Nodes;
using Npgsql;

namespace KediriLapor.House.Tests.Database;

/// <summary>How PostgreSQL would run a command, as a tree of steps.</summary>
internal sealed class QueryPlan(JsonNode root)
{
    private static readonly string[] Growing = ["reports", "report_events", "routing_records", "public_reports", "outbox", "attachments", "escalations", "idempotent_answers", "report_supports", "reporter_contacts", "webhook_deliveries", "calls", "calls_history", "dispatches", "car_requests", "works", "work_files", "work_links"];

    /// <summary>Rows that a sort may take without being "the whole set": a page and some.</summary>
    private const double Page = 200;

    /// <summary>Explains with the values that were sent, so that the planner sees what it saw.</summary>
    public static async Task<QueryPlan> Of(NpgsqlDataSource database, SentCommand sent)
    {
        await using var command = database.CreateCommand("EXPLAIN (FORMAT JSON) " + sent.Text);
        command.Parameters.AddRange(sent.Parameters.Select(parameter => parameter.Clone()).ToArray());
        return new QueryPlan(JsonNode.Parse((string)(await command.ExecuteScalarAsync())!)![0]!["Plan"]!);
    }

    /// <summary>Tables that grow with the city and are read from end to end.</summary>
    public IEnumerable<string> WholeTables => Steps(root)
        .Where(step => Kind(step) == "Seq Scan").Select(step => step["Relation Name"]!.GetValue<string>()).Where(Growing.Contains);

    /// <summary>Sorts of more than a page: their cost grows with what was ever stored.</summary>
    public IEnumerable<string> LargeSorts => Steps(root)
        .Where(step => Kind(step) == "Sort" && step["Plans"]![0]!["Plan Rows"]!.GetValue<double>() > Page).Select(step => step["Sort Key"]!.ToJsonString());

    public override string ToString() => string.Join(Environment.NewLine, Steps(root).Select(step =>
        $"{Kind(step)} {step["Relation Name"] ?? ""} {step["Index Name"] ?? ""} rows={step["Plan Rows"]} cond={step["Index Cond"]} filter={step["Filter"]}"));

    private static string Kind(JsonNode step) => step["Node Type"]!.GetValue<string>();

    private static IEnumerable<JsonNode> Steps(JsonNode step) =>
        (step["Plans"]?.AsArray() ?? []).SelectMany(inner => Steps(inner!)).Prepend(step);
}
