using KediriLapor.Accounts;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using KediriLapor.Reports.Model;
using MediatR;
using Microsoft.EntityFrameworkCore;

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
        var counts = await db.Reports.AsNoTracking().VisibleTo(actor.Value, watch.Current).Of(request.Service, request.Kelurahan, request.Agency, request.Q)
            .Where(r => r.DueAtOrNever < Report.Never)
            .GroupBy(r => r.Status)
            .Select(group => new { group.Key, Count = group.Count(), Overdue = group.Count(r => r.DueAtOrNever < now) })
            .ToDictionaryAsync(count => count.Key, cancellationToken);
        return new QueueCounts(
            counts.Values.Sum(count => count.Count), counts.Values.Sum(count => count.Overdue),
            [.. Running.Select(status => counts.TryGetValue(status, out var count) ? new QueueStatusCount(status, count.Count, count.Overdue) : new QueueStatusCount(status, 0, 0))]);
    }
}
