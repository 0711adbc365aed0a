using KediriLapor.Accounts;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reading;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using KediriLapor.Reports.Duplicates;
using KediriLapor.Reports.Model;

namespace KediriLapor.Reports;

/// <summary>Reads a page of what an actor may see, most urgent first, however it is sought.</summary>
internal sealed class ReportQueue(AppDb db, CityWatch watch, CurrentActor actor, TimeProvider time)
{
    internal const int ExcerptMax = 160;

    private sealed record Key(DateTimeOffset Due, Guid Id);

    /// <param name="seek">Narrows the queue by what it has no filter for: a condition on <c>reports AS r</c>.</param>
    public async Task<Page<ReportListItem>> Read(ListReports request, CancellationToken ct, Sql? seek = null)
    {
        var city = watch.Current;
        Sql reports = $"""
            SELECT r.id, r.tracking_code, r.status, r.service_code, r.kelurahan_code, r.agency_code, r.submitted_at, r.due_at, r.version,
                left(r.public_description, {ExcerptMax}), {Supports.Counted}, r.merged_into, r.lat, r.lng
            FROM reports AS r
            WHERE {actor.Value.Sees(city)}
            """;
        reports.Of(request.Service, request.Kelurahan, request.Agency, request.Q).In(request.Status, request.Overdue, time.Now()).ClimbedTo(actor.Value.AgencyCode, request.Escalated);
        if (seek is not null)
        {
            reports.And(seek);
        }

        if (Cursor.Read<Key>(request.After) is { } after)
        {
            reports.And($"(r.due_at, r.id) > ({after.Due.ToUniversalTime()}, {after.Id})");
        }

        await using var rows = await db.Read(ct, reports.Add($" ORDER BY r.due_at, r.id{Sql.Limit(request.PageSize + 1)}"));
        return Cursor.Cut(await rows.All(row => ReportListItem.Of(row, city), ct), request.PageSize, item => item, item => new Key(item.DueAt ?? Report.Never, item.Id));
    }
}
