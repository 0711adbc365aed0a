using KediriLapor.Accounts;
using KediriLapor.Persistence;
using KediriLapor.Platform;
using KediriLapor.Reports;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Privacy;

/// <summary>Puts the reporter's contact in the place of the one that is kept; what is left out is no longer kept.</summary>
public sealed record CorrectPersonalData(string TrackingCode, string? Secret, ReporterDetails Reporter) : ICommand<Contact>;

internal sealed class CorrectPersonalDataHandler(AppDb db, ReporterDoor door, ContactVault vault, TimeProvider time) : IRequestHandler<CorrectPersonalData, Contact>
{
    public async Task<Contact> Handle(CorrectPersonalData request, CancellationToken cancellationToken)
    {
        var id = await door.Open(request.TrackingCode, request.Secret, cancellationToken);
        var report = await db.Reports.SingleAsync(r => r.Id == id, cancellationToken);
        var contact = ContactVault.Check(request.Reporter.Name, request.Reporter.Phone, request.Reporter.Email, within: "") ?? new Contact(null, null, null);
        if (report.Anonymous && contact.Name is not null)
        {
            throw new RuleViolation("anonymous_with_name", field: "name");
        }

        var kept = await db.ReporterContacts.SingleOrDefaultAsync(c => c.ReportId == id, cancellationToken);
        if (contact == (kept is null ? new Contact(null, null, null) : vault.Open(kept)))
        {
            return contact;
        }

        if (kept is null)
        {
            db.ReporterContacts.Add(vault.Seal(id, report.Anonymous, contact));
        }
        else
        {
            var anew = vault.Seal(id, report.Anonymous, contact);
            (kept.Sealed, kept.PhoneIndex) = (anew.Sealed, anew.PhoneIndex);
        }

        db.PrivacyActs.Add(new PrivacyAct(id, PrivacyActKind.Corrected, ActorKind.Reporter, time.Now()));
        return contact;
    }
}
