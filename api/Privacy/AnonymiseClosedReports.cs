using KediriLapor.Accounts;
using KediriLapor.Persistence;
using KediriLapor.Platform;
using KediriLapor.Reports.Model;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Privacy;

/// <summary>
/// Takes the person out of every report that has been closed for <see cref="Report.PersonalDataKept"/>: contact, exact place, numbers in the
/// words. Each report is done once, whoever asks and how often; killed in the middle, the next run goes on.
/// </summary>
public sealed record AnonymiseClosedReports : ICommand<AnonymisedReports>;

public sealed record AnonymisedReports(int Count);

internal sealed class AnonymiseClosedReportsHandler(AppDb db, TimeProvider time, ILogger<AnonymiseClosedReportsHandler> log)
    : IRequestHandler<AnonymiseClosedReports, AnonymisedReports>
{
    private const int Batch = 200;

    public async Task<AnonymisedReports> Handle(AnonymiseClosedReports request, CancellationToken cancellationToken)
    {
        var (count, now) = (0, time.Now());
        int done;
        do
        {
            done = await AnonymiseBatch(now, cancellationToken);
            count += done;
        }
        while (done == Batch);

        log.LogInformation("Anonymised {Count} reports closed before {Before:O}", count, now - Report.PersonalDataKept);
        return new AnonymisedReports(count);
    }

    /// <summary>One transaction of bounded size; what another instance has in hand is left to it.</summary>
    private async Task<int> AnonymiseBatch(DateTimeOffset now, CancellationToken ct)
    {
        var closedBefore = now - Report.PersonalDataKept;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var ids = await db.Database.SqlQuery<Guid>($"""
            SELECT id AS "Value" FROM reports
            WHERE status = 'Closed' AND anonymised_at IS NULL AND status_since <= {closedBefore}
            ORDER BY status_since
            LIMIT {Batch}
            FOR UPDATE SKIP LOCKED
            """).ToListAsync(ct);
        var reports = await db.Reports.Where(r => ids.Contains(r.Id)).ToListAsync(ct);
        await db.ReporterContacts.Where(c => ids.Contains(c.ReportId)).ExecuteDeleteAsync(ct);
        foreach (var shown in await db.PublicReports.Where(r => ids.Contains(r.Id)).ToListAsync(ct))
        {
            shown.Coarsen();
        }

        foreach (var report in reports)
        {
            report.Anonymise(now);
            db.PrivacyActs.Add(new PrivacyAct(report.Id, PrivacyActKind.Anonymised, ActorKind.System, now));
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        db.ChangeTracker.Clear();
        return reports.Count;
    }
}
