using KediriLapor.Mobmas.Model;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using KediriLapor.Reports;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Mobmas;

/// <summary>What is held of the person who asked, and who has read it.</summary>
public sealed record ShowCarRequestData(string TrackingCode, string? Secret) : IQuery<CarRequestDataHeld>;

/// <param name="Contact">Null once it has been erased or anonymised.</param>
/// <param name="KeptUntil">When it is anonymised by itself; null while the request is open or once it is done.</param>
public sealed record CarRequestDataHeld(Contact? Contact, DateTimeOffset? KeptUntil, IReadOnlyList<OwnCarContactReading> Readings);

/// <summary>Which unit read the contact, when and why; never which person.</summary>
public sealed record OwnCarContactReading(DateTimeOffset At, Named? Agency, string Reason);

internal sealed class ShowCarRequestDataHandler(AppDb db, CityWatch watch, CarContactVault vault) : IRequestHandler<ShowCarRequestData, CarRequestDataHeld>
{
    public async Task<CarRequestDataHeld> Handle(ShowCarRequestData request, CancellationToken cancellationToken)
    {
        var (id, city) = (await db.OpenCarRequest(request.TrackingCode, request.Secret, cancellationToken), watch.Current);
        var kept = await db.CarContacts.AsNoTracking().SingleOrDefaultAsync(c => c.RequestId == id, cancellationToken);
        var ended = kept is null ? null : await db.CarRequests.Where(r => r.Id == id).Select(r => r.EndedAt).SingleAsync(cancellationToken);
        var readings = await db.CarContactReadings.Where(r => r.RequestId == id).OrderBy(r => r.Id).Select(r => new { r.At, r.AgencyCode, r.Reason }).ToListAsync(cancellationToken);
        return new CarRequestDataHeld(
            kept is null ? null : vault.Open(kept), ended + CarRequest.PersonalDataKept,
            [.. readings.Select(reading => new OwnCarContactReading(reading.At, city.AgencyNamed(reading.AgencyCode), reading.Reason))]);
    }
}
