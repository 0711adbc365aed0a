using System.Globalization;
using KediriLapor.Accounts;
using KediriLapor.CallCentre.Model;
using KediriLapor.Notifications;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.CallCentre.Dispatches;

/// <summary>What is told of emergencies: to each unit that is asked to come, at any hour. Who called and where stands on the board alone.</summary>
internal sealed class DispatchSubject(AppDb db, CityWatch watch) : ISubject
{
    public const string Consumer = "tell-of-dispatches";

    public IReadOnlyList<Occasion> Occasions => [Occasion.UnitAsked];

    /// <summary>Whether a unit may have been asked by it, for the first time or once more.</summary>
    public static bool Asks(DispatchEvent happened) =>
        happened.Type is DispatchEventType.Started or DispatchEventType.UnitAsked || happened is { Type: DispatchEventType.UnitMoved, Step: UnitStep.Received or UnitStep.HandedOver };

    /// <summary>All units that are still to answer: each is told once of each time that it was asked, whichever event comes first to be heard.</summary>
    public async Task<IReadOnlyList<Occurrence>> Occurred(Guid id, int version, CancellationToken ct)
    {
        var units = await db.Dispatches.Where(d => d.Id == id && d.State == DispatchState.Open).SelectMany(d => d.Units).Where(unit => unit.Step == UnitStep.Received)
            .Select(unit => new { unit.AgencyCode, unit.ReceivedAt }).ToListAsync(ct);
        return [.. units.Select(unit => new Occurrence(
            Occasion.UnitAsked, string.Create(CultureInfo.InvariantCulture, $"asked {unit.ReceivedAt.UtcDateTime:yyyyMMdd'T'HHmmss.ffffff}"), unit.AgencyCode, Urgent: true))];
    }

    public Task<bool> IsVisible(Guid id, Actor to, CancellationToken ct) => db.Dispatches.VisibleTo(to).AnyAsync(d => d.Id == id, ct);

    public async Task<Dictionary<string, object?>> Facts(Guid id, SpokenLanguage language, CancellationToken ct)
    {
        var city = watch.Current;
        var dispatch = await db.Dispatches.Where(d => d.Id == id).Select(d => new { d.ServiceCode, d.Place.KelurahanCode, d.DueAt }).SingleAsync(ct);
        var service = city.Services[dispatch.ServiceCode];
        return new Dictionary<string, object?>
        {
            ["service"] = city.ConfidentialServices.Contains(service.Code) ? language.Text("rahasia", "confidential") : language.Text(service.Name, service.NameEn),
            ["ward"] = city.KelurahanNamed(dispatch.KelurahanCode)?.Name,
            ["due"] = language.Time(dispatch.DueAt),
        };
    }

    public string Path(Guid id) => "petugas/operator";
}
