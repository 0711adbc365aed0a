using KediriLapor.Accounts;
using KediriLapor.CallCentre.Model;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using KediriLapor.Reports;

namespace KediriLapor.CallCentre.Dispatches;

/// <summary>An emergency on the board.</summary>
/// <param name="DueAt">When somebody has to be on scene.</param>
/// <param name="Overdue">That was before now, and nobody is there or was in time.</param>
/// <param name="Unattended">All who were asked have declined: somebody must be found.</param>
/// <param name="Actionable">Steps that the reader may tell are listed with the units.</param>
public sealed record DispatchItem(
    Guid Id,
    Named Service,
    DispatchState State,
    PointOnMap? Location,
    Named? Kelurahan,
    string? Place,
    string? Note,
    Guid? ReportId,
    DateTimeOffset ReceivedAt,
    int TargetMinutes,
    DateTimeOffset DueAt,
    DateTimeOffset? FirstOnSceneAt,
    DateTimeOffset? EndedAt,
    bool Overdue,
    bool Unattended,
    bool Actionable,
    IReadOnlyList<DispatchUnitItem> Units,
    int Version)
{
    internal static DispatchItem Of(EmergencyDispatch dispatch, Actor actor, City city, DateTimeOffset now)
    {
        var units = dispatch.Units.OrderBy(unit => unit.Role).ThenBy(unit => unit.ReceivedAt).ThenBy(unit => unit.AgencyCode, StringComparer.Ordinal)
            .Select(unit => DispatchUnitItem.Of(unit, dispatch.State == DispatchState.Open ? unit.Next(actor.TakersOf(unit.AgencyCode)) : [], city)).ToArray();
        return new DispatchItem(
            dispatch.Id, city.ServiceNamed(dispatch.ServiceCode), dispatch.State,
            dispatch.Place is { Lat: { } lat, Lng: { } lng } ? new PointOnMap(lat, lng) : null, city.KelurahanNamed(dispatch.Place.KelurahanCode), dispatch.Place.Address,
            dispatch.Note, dispatch.ReportId, dispatch.ReceivedAt, dispatch.TargetMinutes, dispatch.DueAt, dispatch.FirstOnSceneAt, dispatch.EndedAt,
            (dispatch.FirstOnSceneAt ?? (dispatch.State == DispatchState.Open ? now : dispatch.DueAt)) > dispatch.DueAt, dispatch.Unattended, units.Any(unit => unit.AllowedNext.Count > 0), units, dispatch.Version);
    }
}

/// <summary>One unit with its clock.</summary>
/// <param name="Phone">Of the unit, to ring.</param>
/// <param name="AllowedNext">What the reader may tell of it next.</param>
public sealed record DispatchUnitItem(
    Named Agency,
    string? Phone,
    UnitRole Role,
    UnitStep Step,
    DateTimeOffset StepAt,
    DateTimeOffset ReceivedAt,
    DateTimeOffset? DispatchedAt,
    DateTimeOffset? UnderWayAt,
    DateTimeOffset? OnSceneAt,
    DateTimeOffset? EndedAt,
    IReadOnlyList<UnitStep> AllowedNext)
{
    internal static DispatchUnitItem Of(DispatchUnit unit, IReadOnlyList<UnitStep> next, City city) => new(
        city.AgencyNamed(unit.AgencyCode)!, city.Agencies[unit.AgencyCode].Phone, unit.Role, unit.Step, unit.StepAt, unit.ReceivedAt, unit.DispatchedAt, unit.UnderWayAt, unit.OnSceneAt, unit.EndedAt, next);
}
