using KediriLapor.Accounts;
using KediriLapor.Persistence;
using KediriLapor.Platform;
using KediriLapor.Reports;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Privacy;

/// <summary>Takes the reporter out of the report, which goes on without them. Asking again changes nothing more.</summary>
public sealed record ErasePersonalData(string TrackingCode, string? Secret) : ICommand<Unit>;

internal sealed class ErasePersonalDataHandler(AppDb db, ReporterDoor door, TimeProvider time) : IRequestHandler<ErasePersonalData, Unit>
{
    public async Task<Unit> Handle(ErasePersonalData request, CancellationToken cancellationToken)
    {
        var id = await door.Open(request.TrackingCode, request.Secret, cancellationToken);
        var report = await db.Reports.SingleAsync(r => r.Id == id, cancellationToken);
        var contact = await db.ReporterContacts.SingleOrDefaultAsync(c => c.ReportId == id, cancellationToken);
        var commented = await db.Ratings.Where(r => r.ReportId == id && r.Comment != null).ToListAsync(cancellationToken);
        if (!report.ForgetReporter() && contact is null && commented.Count == 0)
        {
            return Unit.Value;
        }

        if (contact is not null)
        {
            db.ReporterContacts.Remove(contact);
        }

        commented.ForEach(rating => rating.ForgetComment());

        // the map follows at once: no event tells it, since nothing happened to the matter
        (await db.PublicReports.SingleOrDefaultAsync(r => r.Id == id, cancellationToken))?.Coarsen();
        db.PrivacyActs.Add(new PrivacyAct(id, PrivacyActKind.Erased, ActorKind.Reporter, time.Now()));
        return Unit.Value;
    }
}
