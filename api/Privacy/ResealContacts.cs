using KediriLapor.Persistence;
using KediriLapor.Platform;
using KediriLapor.Reports;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Privacy;

/// <summary>Seals under the current key every contact that an older one sealed, so that an old key opens nothing any more.</summary>
public sealed record ResealContacts : ICommand<ResealedContacts>;

public sealed record ResealedContacts(int Seen, int Resealed);

internal sealed class ResealContactsHandler(AppDb db, ContactVault vault) : IRequestHandler<ResealContacts, ResealedContacts>
{
    private const int Batch = 200;

    public async Task<ResealedContacts> Handle(ResealContacts request, CancellationToken cancellationToken)
    {
        var (seen, resealed, last) = (0, 0, Guid.Empty);
        while (await After(last, cancellationToken) is { Count: > 0 } contacts)
        {
            foreach (var contact in contacts)
            {
                resealed += vault.Reseal(contact) is { } anew ? await Replace(contact, anew, cancellationToken) : 0;
            }

            seen += contacts.Count;
            last = contacts[^1].ReportId;
        }

        return new ResealedContacts(seen, resealed);
    }

    private Task<List<ReporterContact>> After(Guid last, CancellationToken ct) =>
        db.ReporterContacts.AsNoTracking().Where(c => c.ReportId > last).OrderBy(c => c.ReportId).Take(Batch).ToListAsync(ct);

    /// <summary>Only what is still as it was read: a reporter who corrects it meanwhile has the last word.</summary>
    private Task<int> Replace(ReporterContact contact, byte[] anew, CancellationToken ct) =>
        db.ReporterContacts.Where(c => c.ReportId == contact.ReportId && c.Sealed == contact.Sealed)
            .ExecuteUpdateAsync(row => row.SetProperty(c => c.Sealed, anew), ct);
}
