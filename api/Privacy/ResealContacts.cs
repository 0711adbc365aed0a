using KediriLapor.Persistence;
using KediriLapor.Platform;
using KediriLapor.Reports;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Privacy;

/// <summary>
/// Seals under the current key every contact that an older one sealed, so that an old key opens nothing any more, and gives the contacts
/// from before the contact index, or from under another key of it, their place in it.
/// </summary>
public sealed record ResealContacts : ICommand<ResealedContacts>;

public sealed record ResealedContacts(int Seen, int Resealed);

internal sealed class ResealContactsHandler(AppDb db, ContactVault vault, ContactIndex contacts) : IRequestHandler<ResealContacts, ResealedContacts>
{
    private const int Batch = 200;

    public async Task<ResealedContacts> Handle(ResealContacts request, CancellationToken cancellationToken)
    {
        var key = await db.PhoneKeys.SingleAsync(cancellationToken);
        key.Sealed = contacts.Reseal(key) ?? key.Sealed;

        var (seen, resealed, last) = (0, 0, Guid.Empty);
        while (await After(last, cancellationToken) is { Count: > 0 } batch)
        {
            foreach (var (contact, anonymous) in batch)
            {
                resealed += vault.Reseal(contact, anonymous) is { } anew ? await Replace(contact, anew, cancellationToken) : 0;
            }

            seen += batch.Count;
            last = batch[^1].Contact.ReportId;
        }

        return new ResealedContacts(seen, resealed);
    }

    private async Task<List<(ReporterContact Contact, bool Anonymous)>> After(Guid last, CancellationToken ct) =>
        (await db.ReporterContacts.AsNoTracking().Where(c => c.ReportId > last).OrderBy(c => c.ReportId).Take(Batch)
            .Join(db.Reports, c => c.ReportId, r => r.Id, (contact, report) => new { contact, report.Anonymous })
            .OrderBy(row => row.contact.ReportId).ToListAsync(ct))
            .ConvertAll(row => (row.contact, row.Anonymous));

    /// <summary>Only what is still as it was read: a reporter who corrects it meanwhile has the last word.</summary>
    private Task<int> Replace(ReporterContact contact, ReporterContact anew, CancellationToken ct) =>
        db.ReporterContacts.Where(c => c.ReportId == contact.ReportId && c.Sealed == contact.Sealed)
            .ExecuteUpdateAsync(row => row.SetProperty(c => c.Sealed, anew.Sealed).SetProperty(c => c.PhoneIndex, anew.PhoneIndex).SetProperty(c => c.EmailIndex, anew.EmailIndex), ct);
}
