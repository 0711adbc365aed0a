using KediriLapor.Accounts;
using KediriLapor.CallCentre.Callers;
using KediriLapor.Notifications;
using KediriLapor.Persistence;
using KediriLapor.Platform;
using KediriLapor.Reports;
using KediriLapor.Reports.Attachments;
using KediriLapor.Reports.Model;
using KediriLapor.WhatsApp;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Privacy;

/// <summary>Takes the reporter out of the report and of all that were split from it, which go on without them. Asking again changes nothing more.</summary>
public sealed record ErasePersonalData(string TrackingCode, string? Secret) : ICommand<Unit>;

internal sealed class ErasePersonalDataHandler(AppDb db, ReporterDoor door, ContactVault vault, ContactIndex index, TimeProvider time) : IRequestHandler<ErasePersonalData, Unit>
{
    public async Task<Unit> Handle(ErasePersonalData request, CancellationToken cancellationToken)
    {
        var id = await door.Open(request.TrackingCode, request.Secret, cancellationToken);
        var reports = await db.WithAllSplitFrom(id, cancellationToken);
        var ids = reports.Select(report => report.Id).ToArray();
        await db.ReportEvents.Where(e => ids.Contains(e.ReportId)).LoadAsync(cancellationToken);
        var contacts = await db.ReporterContacts.Where(c => ids.Contains(c.ReportId)).ToDictionaryAsync(c => c.ReportId, cancellationToken);
        var known = contacts.Values.Select(vault.Open).ToArray();
        await db.ForgetCallersOf(ids, cancellationToken);
        foreach (var report in reports)
        {
            await Erase(report, contacts.GetValueOrDefault(report.Id), known, cancellationToken);
        }

        return Unit.Value;
    }

    /// <param name="known">What the reporter told in this report or another of the family.</param>
    private async Task Erase(Report report, ReporterContact? contact, Contact[] known, CancellationToken ct)
    {
        var commented = await db.Ratings.Where(r => r.ReportId == report.Id && r.Comment != null).ToListAsync(ct);
        var browsers = await db.PushSubscriptions.Where(s => s.ReportId == report.Id && s.Recipient == Recipient.Reporter).ToListAsync(ct);
        var photos = await db.PhotosOf(report.Id).Where(a => a.Phase == AttachmentPhase.Before).ToListAsync(ct);
        if (!report.ForgetReporter(note => known.Any(person => person.IsNamedIn(note))) && contact is null && commented.Count == 0 && browsers.Count == 0 && photos.Count == 0)
        {
            return;
        }

        if (contact is not null)
        {
            db.ReporterContacts.Remove(contact);
            if (vault.Open(contact).Phone is { } phone)
            {
                await db.ForgetConversation(index.OfPhone(phone), ct);
            }
        }

        db.PushSubscriptions.RemoveRange(browsers);
        commented.ForEach(rating => rating.ForgetComment());
        photos.ForEach(photo => photo.Remove(time.Now()));

        // the map follows at once: no event tells it, since nothing happened to the matter
        (await db.PublicReports.SingleOrDefaultAsync(r => r.Id == report.Id, ct))?.Coarsen();
        db.PrivacyActs.Add(new PrivacyAct(report.Id, PrivacyActKind.Erased, ActorKind.Reporter, time.Now()));
    }
}
