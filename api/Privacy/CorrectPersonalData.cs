using KediriLapor.Accounts;
using KediriLapor.Persistence;
using KediriLapor.Platform;
using KediriLapor.Reports;
using KediriLapor.Reports.Model;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Privacy;

/// <summary>
/// Puts the reporter's contact in the place of the one that is kept; what is left out is no longer kept. Reports split from this one follow, where
/// they still have the contact that it had: one that was given a contact of its own, or erased, keeps to that.
/// </summary>
public sealed record CorrectPersonalData(string TrackingCode, string? Secret, ReporterDetails Reporter) : ICommand<Contact>;

internal sealed class CorrectPersonalDataHandler(AppDb db, ReporterDoor door, ContactVault vault, TimeProvider time) : IRequestHandler<CorrectPersonalData, Contact>
{
    private static readonly Contact Nothing = new(null, null, null);

    public async Task<Contact> Handle(CorrectPersonalData request, CancellationToken cancellationToken)
    {
        var id = await door.Open(request.TrackingCode, request.Secret, cancellationToken);
        var contact = ContactVault.Check(request.Reporter.Name, request.Reporter.Phone, request.Reporter.Email, within: "") ?? Nothing;
        var reports = await db.WithAllSplitFrom(id, cancellationToken);
        var report = reports.Single(r => r.Id == id);
        if (report.AnonymisedAt is not null)
        {
            // nothing would ever take it out again
            throw new RuleViolation("already_anonymised", StatusCodes.Status409Conflict);
        }

        if (report.Anonymous && contact.Name is not null)
        {
            throw new RuleViolation("anonymous_with_name", field: "name");
        }

        var ids = reports.Select(r => r.Id).ToArray();
        var kept = await db.ReporterContacts.Where(c => ids.Contains(c.ReportId)).ToDictionaryAsync(c => c.ReportId, cancellationToken);
        var before = Of(id);
        if (contact == before)
        {
            return contact;
        }

        foreach (var same in reports.Where(r => r.AnonymisedAt is null && r.Anonymous == report.Anonymous && Of(r.Id) == before))
        {
            Put(same, contact, kept.GetValueOrDefault(same.Id));
        }

        return contact;

        Contact Of(Guid reportId) => kept.TryGetValue(reportId, out var there) ? vault.Open(there) : Nothing;
    }

    private void Put(Report report, Contact contact, ReporterContact? kept)
    {
        if (kept is null)
        {
            db.ReporterContacts.Add(vault.Seal(report.Id, report.Anonymous, contact));
        }
        else
        {
            var anew = vault.Seal(report.Id, report.Anonymous, contact);
            (kept.Sealed, kept.PhoneIndex, kept.EmailIndex) = (anew.Sealed, anew.PhoneIndex, anew.EmailIndex);
        }

        db.PrivacyActs.Add(new PrivacyAct(report.Id, PrivacyActKind.Corrected, ActorKind.Reporter, time.Now()));
    }
}
