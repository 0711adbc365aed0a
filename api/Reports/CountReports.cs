using KediriLapor.Accounts;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reading;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using KediriLapor.Reports.Model;
using MediatR;

namespace KediriLapor.Reports;

/// <summary>How much waits in an actor's queue. Only reports with a running clock are counted: what is closed grows for ever and waits for nobody.</summary>
public sealed record CountReports(string? Service, string? Kelurahan, string? Agency, string? Q) : IQuery<QueueCounts>;

/// <param name="Open">All of <paramref name="Statuses"/> together.</param>
/// <param name="Overdue">Those of them whose time has run out.</param>
/// <param name="Statuses">Every status with a running clock, in the order of a report's life, also those without a report.</param>
public sealed record QueueCounts(int Open, int Overdue, IReadOnlyList<QueueStatusCount> Statuses);

public sealed record QueueStatusCount(ReportStatus Status, int Count, int Overdue);

internal sealed class CountReportsHandler(AppDb db, CityWatch watch, CurrentActor actor, TimeProvider time) : IRequestHandler<CountReports, QueueCounts>
{
    private static readonly ReportStatus[] Running = [.. Enum.GetValues<ReportStatus>().Where(status => status != ReportStatus.Closed)];

    public async Task<QueueCounts> Handle(CountReports request, CancellationToken cancellationToken)
    {
        var now = time.Now();
        Sql reports = $"""
            SELECT r.status, count(*)::int, count(*) FILTER (WHERE r.due_at < {now})::int
            FROM reports AS r
            WHERE {actor.Value.Sees(watch.Current)} AND r.due_at < {Report.Never}
            """;
        await using var rows = await db.Read(cancellationToken, reports.Of(request.Service, request.Kelurahan, request.Agency, request.Q).Add($" GROUP BY r.status"));
        var counts = (await rows.All(row => new QueueStatusCount(row.Word<ReportStatus>(), row.Value<int>(), row.Value<int>()), cancellationToken)).ToDictionary(count => count.Status);
        return new QueueCounts(
            counts.Values.Sum(count => count.Count), counts.Values.Sum(count => count.Overdue),
            [.. Running.Select(status => counts.GetValueOrDefault(status) ?? new QueueStatusCount(status, 0, 0))]);
    }
}
