using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Persistence.Schedule;
using KediriLapor.Platform;
using KediriLapor.Reports.Model;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Reports.Clocks;

/// <summary>
/// Takes the next step of the <see cref="EscalationLadder"/> for every report whose hour has come. Steps missed while nothing
/// ran are taken one after the other, so a ladder has no hole.
/// </summary>
public sealed record ClimbEscalations : IBatchCommand;

internal sealed class ClimbEscalationsHandler(AppDb db, CityWatch watch, TimeProvider time) : IRequestHandler<ClimbEscalations, int>
{
    private const int Batch = 100;

    public async Task<int> Handle(ClimbEscalations request, CancellationToken cancellationToken)
    {
        var (city, now) = (watch.Current, time.Now());
        var reports = await db.TakeReports(
            $"""
            SELECT id AS "Value" FROM reports r
            WHERE status IN ('Submitted', 'Routed', 'InProgress', 'Planned') AND due_at < 'infinity'
              AND status_since + (due_at - status_since) * {EscalationLadder.NearDue} <= {now}
              AND NOT EXISTS (SELECT FROM escalations e
                              WHERE e.report_id = r.id AND e.since = r.status_since AND e.due_at = r.due_at
                                AND (e.next_at IS NULL OR e.next_at > {now}))
            LIMIT {Batch}
            FOR NO KEY UPDATE OF r SKIP LOCKED
            """,
            cancellationToken);

        var ids = reports.Select(report => report.Id).ToArray();
        var taken = (await db.Escalations.AsNoTracking().Where(e => ids.Contains(e.ReportId))
            .Select(e => new { e.ReportId, e.Since, e.DueAt, e.NextAt }).ToListAsync(cancellationToken)).ToLookup(e => e.ReportId);
        var steps = 0;
        foreach (var report in reports)
        {
            var before = taken[report.Id].ToArray();
            var climbed = before.Where(e => e.Since == report.StatusSince && e.DueAt == report.DueAtOrNever).ToArray();
            if (climbed.Any(e => e.NextAt is null || e.NextAt > now))
            {
                // another instance did it between the look at the ladder and the lock: a step changes no report, so the lock does not look again
                continue;
            }

            var step = climbed.Length + 1;
            var ladder = EscalationLadder.Of(report.AgencyCode, city.Services[report.ServiceCode].Integrity, city);
            var next = ladder.After(step, report.DueAtOrNever, city.TermsOf(report.ServiceCode));
            steps++;
            db.Escalations.Add(new Escalation(report, before.Length + 1, step, ladder[step], now, next));
        }

        return steps;
    }
}
