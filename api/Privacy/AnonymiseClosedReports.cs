using KediriLapor.Accounts;
using KediriLapor.CallCentre.Callers;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Schedule;
using KediriLapor.Platform;
using KediriLapor.Reports;
using KediriLapor.Reports.Attachments;
using KediriLapor.Reports.Model;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Privacy;

/// <summary>
/// Takes the person out of the reports that have been closed for <see cref="Report.PersonalDataKept"/>: contact, browsers, exact place, numbers
/// in the words, what the reporter said, notes that name somebody, the rating's comment, the reporter's photos and the PDFs. Each report is done once; what another instance has in hand is left to it.
/// </summary>
public sealed record AnonymiseClosedReports : IBatchCommand;

internal sealed class AnonymiseClosedReportsHandler(AppDb db, ContactVault vault, TimeProvider time) : IRequestHandler<AnonymiseClosedReports, int>
{
    private const int Batch = 200;

    public async Task<int> Handle(AnonymiseClosedReports request, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var closedBefore = now - Report.PersonalDataKept;
        var ids = await db.Database.SqlQuery<Guid>($"""
            SELECT id AS "Value" FROM reports
            WHERE status = 'Closed' AND anonymised_at IS NULL AND status_since <= {closedBefore}
            ORDER BY status_since
            LIMIT {Batch}
            FOR NO KEY UPDATE SKIP LOCKED
            """).ToListAsync(cancellationToken);
        var reports = await db.Reports.Include(r => r.History).Where(r => ids.Contains(r.Id)).ToListAsync(cancellationToken);
        var contacts = await db.ReporterContacts.AsNoTracking().Where(c => ids.Contains(c.ReportId)).ToDictionaryAsync(c => c.ReportId, vault.Open, cancellationToken);
        await db.ReporterContacts.Where(c => ids.Contains(c.ReportId)).ExecuteDeleteAsync(cancellationToken);
        await db.PushSubscriptions.Where(s => ids.Contains(s.ReportId)).ExecuteDeleteAsync(cancellationToken);
        await db.ForgetCallersOf(ids, cancellationToken);
        await db.Ratings.Where(r => ids.Contains(r.ReportId)).ExecuteUpdateAsync(rating => rating.SetProperty(r => r.Comment, (string?)null), cancellationToken);
        // what a program cannot look into goes whole; the photos of the finished work are the city's
        await db.Attachments.Where(a => ids.Contains(a.ReportId!.Value) && a.RemovedAt == null && (a.Phase == AttachmentPhase.Before || a.ContentType == Pdf.ContentType))
            .ExecuteUpdateAsync(row => row.SetProperty(a => a.RemovedAt, now), cancellationToken);
        foreach (var shown in await db.PublicReports.Where(r => ids.Contains(r.Id)).ToListAsync(cancellationToken))
        {
            shown.Coarsen();
        }

        foreach (var report in reports)
        {
            report.Anonymise(note => contacts.GetValueOrDefault(report.Id)?.IsNamedIn(note) == true, now);
            db.PrivacyActs.Add(new PrivacyAct(report.Id, PrivacyActKind.Anonymised, ActorKind.System, now));
        }

        return reports.Count;
    }
}
