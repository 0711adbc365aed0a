using KediriLapor.Accounts;
using KediriLapor.Notifications;
using KediriLapor.Persistence;
using KediriLapor.Platform;
using KediriLapor.Reports;
using KediriLapor.Reports.Model;
using KediriLapor.WhatsApp;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Privacy;

/// <summary>Takes the reporter out of the report and of those split from it, which go on without them. Asking again changes nothing more.</summary>
public sealed record ErasePersonalData(string TrackingCode, string? Secret) : ICommand<Unit>;

internal sealed class ErasePersonalDataHandler(AppDb db, ReporterDoor door, ContactVault vault, PhoneIndex phones, TimeProvider time) : IRequestHandler<ErasePersonalData, Unit>
{
    public async Task<Unit> Handle(ErasePersonalData request, CancellationToken cancellationToken)
    {
        var id = await door.Open(request.TrackingCode, request.Secret, cancellationToken);
        foreach (var report in await db.Reports.Where(r => r.Id == id || r.ParentId == id).ToListAsync(cancellationToken))
        {
            await Erase(report, cancellationToken);
        }

        return Unit.Value;
    }

    private async Task Erase(Report report, CancellationToken ct)
    {
        var contact = await db.ReporterContacts.SingleOrDefaultAsync(c => c.ReportId == report.Id, ct);
        var commented = await db.Ratings.Where(r => r.ReportId == report.Id && r.Comment != null).ToListAsync(ct);
        var browsers = await db.PushSubscriptions.Where(s => s.ReportId == report.Id && s.Recipient == Recipient.Reporter).ToListAsync(ct);
        if (!report.ForgetReporter() && contact is null && commented.Count == 0 && browsers.Count == 0)
        {
            return;
        }

        if (contact is not null)
        {
            db.ReporterContacts.Remove(contact);
            if (vault.Open(contact).Phone is { } phone)
            {
                await db.ForgetConversation(phones.Of(phone), ct);
            }
        }

        db.PushSubscriptions.RemoveRange(browsers);
        commented.ForEach(rating => rating.ForgetComment());

        // the map follows at once: no event tells it, since nothing happened to the matter
        (await db.PublicReports.SingleOrDefaultAsync(r => r.Id == report.Id, ct))?.Coarsen();
        db.PrivacyActs.Add(new PrivacyAct(report.Id, PrivacyActKind.Erased, ActorKind.Reporter, time.Now()));
    }
}
