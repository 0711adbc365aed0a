using KediriLapor.Accounts;
using KediriLapor.Mobmas.Model;
using KediriLapor.Notifications;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Mobmas;

/// <summary>What is told of requests for cars: to who decides, the kelurahan or the pool to which it leaves one. Who asks, why and where to is not.</summary>
internal sealed class CarRequestSubject(AppDb db, CityWatch watch) : ISubject
{
    public const string Consumer = "tell-of-car-requests";

    public IReadOnlyList<Occasion> Occasions => [Occasion.CarRequested];

    /// <summary>Whether the request waits for somebody new from then on.</summary>
    public static bool Waits(CarRequestEvent happened) => happened.Kind is CarRequestEventKind.Requested or CarRequestEventKind.LeftToPool;

    /// <summary>None where it was decided already, as one is that its keeper books at once.</summary>
    public async Task<IReadOnlyList<Occurrence>> Occurred(Guid id, int version, CancellationToken ct)
    {
        var unit = await db.CarRequestEvents.Where(happened => happened.RequestId == id && happened.Version == version)
            .Join(db.CarRequests, happened => happened.RequestId, r => r.Id, (happened, r) => new { happened.AgencyCode, Now = r.AgencyCode, r.Status }).SingleAsync(ct);
        return unit.Status == CarRequestStatus.Requested && unit.Now == unit.AgencyCode ? [new Occurrence(Occasion.CarRequested, $"event {version}", unit.AgencyCode)] : [];
    }

    public Task<bool> IsVisible(Guid id, Actor to, CancellationToken ct) => db.CarRequests.VisibleTo(to).AnyAsync(r => r.Id == id, ct);

    public async Task<Dictionary<string, object?>> Facts(Guid id, SpokenLanguage language, CancellationToken ct)
    {
        var request = await db.CarRequests.Where(r => r.Id == id).Select(r => new { r.TrackingCode, r.KelurahanCode, r.From, r.Until }).SingleAsync(ct);
        return new Dictionary<string, object?>
        {
            ["code"] = request.TrackingCode.ToString(),
            ["ward"] = watch.Current.KelurahanNamed(request.KelurahanCode)!.Name,
            ["day"] = language.Day(IndonesianDate.InWib(request.From).Day),
            ["from"] = language.Time(request.From),
            ["until"] = language.Time(request.Until),
        };
    }

    public string Path(Guid id) => $"petugas/mobil/permintaan/{id}";
}
