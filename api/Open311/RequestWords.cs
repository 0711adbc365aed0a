using KediriLapor.Accounts;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Reports;
using KediriLapor.Reports.Model;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Open311;

/// <summary>The words of reports, for the client that may read them: by scope and agency, or because it sent them.</summary>
internal sealed class RequestWords(AppDb db, CityWatch watch, CurrentActor actor)
{
    public async Task<IReadOnlyDictionary<Guid, OwnWords>> Of(IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        if (ids.Count == 0 || actor.Value.Client is not { } client)
        {
            return new Dictionary<Guid, OwnWords>();
        }

        var readable = await Read(SentBy(client.Id));
        if (client.Scopes.Contains(ClientScopes.ReadReports))
        {
            readable.AddRange(await Read(db.Reports.VisibleTo(actor.Value, watch.Current)));
        }

        return readable.DistinctBy(report => report.Id).ToDictionary(report => report.Id, report => report.Words);

        Task<List<Found>> Read(IQueryable<Report> reports) => reports.AsNoTracking().Where(r => ids.Contains(r.Id))
            .Select(r => new Found(r.Id, new OwnWords(r.PublicDescription, r.Place.Address))).ToListAsync(ct);
    }

    private IQueryable<Report> SentBy(Guid clientId) => db.Reports.Where(r => r.History.Any(e => e.Sequence == 1 && e.ActorId == clientId));

    private sealed record Found(Guid Id, OwnWords Words);
}
