using System.Text.RegularExpressions;
using KediriLapor.Accounts;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reading;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using KediriLapor.Reports.Duplicates;
using KediriLapor.Reports.Model;
using MediatR;

namespace KediriLapor.Reports;

/// <summary>The queue of an actor, most urgent first, reports without a running clock last.</summary>
/// <param name="Escalated">Whether the running clock has climbed to the actor's own unit.</param>
public sealed record ListReports(
    ReportStatus[] Status, string? Service, string? Kelurahan, string? Agency, bool? Overdue, bool? Escalated, string? Q, int PageSize, string? After) : IQuery<Page<ReportListItem>>;

/// <param name="Supports">How many said "saya juga".</param>
/// <param name="MergedInto">The report that is handled in its place.</param>
public sealed record ReportListItem(
    Guid Id, string TrackingCode, ReportStatus Status, Named Service, Named? Kelurahan, Named? Agency, DateTimeOffset SubmittedAt, DateTimeOffset? DueAt, int Version,
    int Supports, Guid? MergedInto)
{
    internal static ReportListItem Of(Row row, City city) => new(
        row.Value<Guid>(), Model.TrackingCode.FromStored(row.Text()).ToString(), row.Word<ReportStatus>(), city.ServiceNamed(row.Text()), city.KelurahanNamed(row.TextOrNull()),
        city.AgencyNamed(row.TextOrNull()), row.Value<DateTimeOffset>(), row.Value<DateTimeOffset>() is var due && due == Report.Never ? null : due, row.Value<int>(),
        row.Value<int>(), row.ValueOrNull<Guid>());
}

internal sealed partial class ListReportsHandler(AppDb db, CityWatch watch, CurrentActor actor, TimeProvider time) : IRequestHandler<ListReports, Page<ReportListItem>>
{
    private sealed record Key(DateTimeOffset Due, Guid Id);

    public async Task<Page<ReportListItem>> Handle(ListReports request, CancellationToken cancellationToken)
    {
        var city = watch.Current;
        Sql queue = $"""
            SELECT r.id, r.tracking_code, r.status, r.service_code, r.kelurahan_code, r.agency_code, r.submitted_at, r.due_at, r.version, {Supports.Counted}, r.merged_into
            FROM reports AS r
            WHERE {actor.Value.Sees(city)}
            """;
        Filter(queue, request);
        if (Cursor.Read<Key>(request.After) is { } after)
        {
            queue.Add($" AND (r.due_at, r.id) > ({after.Due.ToUniversalTime()}, {after.Id})");
        }

        await using var rows = await db.Read(cancellationToken, queue.Add($" ORDER BY r.due_at, r.id{Sql.Limit(request.PageSize + 1)}"));
        return Cursor.Cut(
            await rows.All(row => ReportListItem.Of(row, city), cancellationToken), request.PageSize, r => r, r => new Key(r.DueAt ?? Report.Never, r.Id));
    }

    private void Filter(Sql queue, ListReports request)
    {
        if (request.Status.Length > 0)
        {
            queue.Add($" AND r.status = ANY ({request.Status.Select(status => status.ToString()).ToArray()})");
        }

        if (request.Service is { } service)
        {
            queue.Add($" AND r.service_code = {service}");
        }

        if (request.Kelurahan is { } kelurahan)
        {
            queue.Add($" AND r.kelurahan_code = {kelurahan}");
        }

        if (request.Agency is { } agency)
        {
            queue.Add($" AND r.agency_code = {agency}");
        }

        if (request.Overdue is { } overdue)
        {
            queue.Add(overdue ? (Sql)$" AND r.due_at < {time.Now()}" : $" AND r.due_at >= {time.Now()}");
        }

        if (request.Escalated is { } escalated)
        {
            Sql climbed = $"""
                EXISTS (SELECT FROM escalations AS e
                        WHERE e.report_id = r.id AND e.since = r.status_since AND e.due_at = r.due_at AND e.agency_code = {actor.Value.AgencyCode})
                """;
            queue.Add(escalated ? (Sql)$" AND {climbed}" : $" AND NOT {climbed}");
        }

        if (request.Q is { } words)
        {
            queue.Add(
                TrackingCode.TryParse(words, out var code) ? (Sql)$" AND r.tracking_code = {code.Value}"
                : Typing().Match(words) is { Success: true } typing ? Beginning(typing.Groups["words"].Value, typing.Groups["start"].Value + ":*")
                : $" AND r.search @@ websearch_to_tsquery('indonesian', {words})");
        }
    }

    /// <summary>The last word may be the beginning of one. Its stem alone would not do: the stemmer takes "penerang" for "terang".</summary>
    private static Sql Beginning(string words, string start) =>
        $" AND r.search @@ (websearch_to_tsquery('indonesian', {words}) && (to_tsquery('indonesian', {start}) || to_tsquery('simple', {start})))";

    /// <summary>Plain words, of which the last has three letters or more: fewer begin too many words. An "or" reaches to both sides, so it stays whole.</summary>
    [GeneratedRegex(@"^(?!.*\bor\b)(?<words>[^""]*?)(?<![\w-])(?<start>[\p{L}\d]{3,})$", RegexOptions.IgnoreCase)]
    private static partial Regex Typing();
}
