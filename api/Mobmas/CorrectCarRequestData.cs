using KediriLapor.Accounts;
using KediriLapor.Persistence;
using KediriLapor.Platform;
using KediriLapor.Reports;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Mobmas;

/// <summary>Puts the contact of whoever asked in the place of the one that is kept; what is left out is no longer kept, but a phone is needed.</summary>
public sealed record CorrectCarRequestData(string TrackingCode, string? Secret, ReporterDetails Contact) : ICommand<Contact>;

internal sealed class CorrectCarRequestDataHandler(AppDb db, CarContactVault vault, TimeProvider time) : IRequestHandler<CorrectCarRequestData, Contact>
{
    public async Task<Contact> Handle(CorrectCarRequestData request, CancellationToken cancellationToken)
    {
        var id = await db.OpenCarRequest(request.TrackingCode, request.Secret, cancellationToken);
        var contact = ContactVault.Check(request.Contact.Name, request.Contact.Phone, request.Contact.Email, within: "");
        if (contact?.Phone is null)
        {
            throw new RuleViolation("required", field: "phone");
        }

        var kept = await db.CarContacts.SingleOrDefaultAsync(c => c.RequestId == id, cancellationToken)
            ?? throw new RuleViolation("already_anonymised", StatusCodes.Status409Conflict);
        if (contact != vault.Open(kept))
        {
            kept.Sealed = vault.Seal(id, contact).Sealed;
            (await db.CarRequests.SingleAsync(r => r.Id == id, cancellationToken)).HearOfContact(Actor.Reporter, time.Now());
        }

        return contact;
    }
}
