using System.ComponentModel.DataAnnotations;
using KediriLapor.Accounts;
using KediriLapor.CallCentre.Model;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using KediriLapor.Reports;
using KediriLapor.Reports.Model;
using KediriLapor.Routing;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.CallCentre.Dispatches;

/// <summary>Help that is sent. The place is told by a point, a kelurahan or words; any one will do.</summary>
public sealed record NewDispatch
{
    /// <summary>An emergency (<c>DAR-…</c>): its minutes are the target.</summary>
    [Required(ErrorMessage = "required")]
    [MaxLength(20, ErrorMessage = "too_long")]
    public string ServiceCode { get; init; } = "";

    /// <summary>The calls about it.</summary>
    [MaxLength(EmergencyDispatch.CallsMax, ErrorMessage = "too_many")]
    public List<Guid>? CallIds { get; init; }

    /// <summary>A report that it belongs to.</summary>
    public Guid? ReportId { get; init; }

    public GeoPoint? Location { get; init; }

    [MaxLength(20, ErrorMessage = "too_long")]
    public string? KelurahanCode { get; init; }

    /// <summary>Street or landmark, as the caller says it.</summary>
    [MaxLength(Report.AddressMax, ErrorMessage = "too_long")]
    public string? Place { get; init; }

    /// <summary>What the units have to know; neither a name nor a number.</summary>
    [MaxLength(EmergencyDispatch.NoteMax, ErrorMessage = "too_long")]
    public string? Note { get; init; }

    /// <summary>The units, the leading one first; absent: the one that the city's rules name.</summary>
    [MaxLength(EmergencyDispatch.UnitsMax, ErrorMessage = "too_many")]
    public List<string>? Units { get; init; }
}

/// <summary>An emergency becomes a dispatch, in one request that nothing known about a caller can refuse.</summary>
public sealed record StartDispatch(NewDispatch Dispatch, Guid? IdempotencyKey) : IIdempotentCommand<DispatchItem>, ITakesTurns
{
    string ITakesTurns.Turn => Turns.Dispatches;
}

internal sealed class StartDispatchHandler(AppDb db, CityWatch watch, CurrentActor actor, TimeProvider time) : IRequestHandler<StartDispatch, DispatchItem>
{
    public async Task<DispatchItem> Handle(StartDispatch request, CancellationToken cancellationToken)
    {
        var (sent, city, who, now) = (request.Dispatch, watch.Current, actor.Value, time.Now());
        var service = city.ServiceOr(sent.ServiceCode, "serviceCode");
        if (!service.Emergency)
        {
            throw new RuleViolation("not_an_emergency", field: "serviceCode");
        }

        var place = DispatchPlace.Of(sent.Location, sent.KelurahanCode, NewCall.Written(sent.Place), city);
        var calls = await Calls(sent.CallIds, cancellationToken);
        await db.RequireReport(sent.ReportId, cancellationToken);
        var dispatch = EmergencyDispatch.Start(
            service.Code, place, NewCall.Written(sent.Note), sent.ReportId, service.ResponseMinutes, UnitsOf(sent, place, city, now), calls.Select(call => call.At).Append(now).Min(), who, now);
        calls.ForEach(call => call.JoinDispatch(dispatch.Id, who, now));
        db.Dispatches.Add(dispatch);
        return DispatchItem.Of(dispatch, who, city, now);
    }

    private async Task<List<Call>> Calls(List<Guid>? ids, CancellationToken ct)
    {
        var wanted = (ids ?? []).Distinct().ToArray();
        var calls = wanted.Length == 0 ? [] : await db.Calls.Where(c => wanted.Contains(c.Id)).ToListAsync(ct);
        return calls.Count == wanted.Length ? calls : throw new RuleViolation("unknown_call", field: "callIds");
    }

    private static IReadOnlyList<string> UnitsOf(NewDispatch sent, Place place, City city, DateTimeOffset now)
    {
        if (sent.Units is { Count: > 0 } named)
        {
            return [.. named.Select((code, i) => city.AgencyOr(code, $"units[{i}]").Code).Distinct()];
        }

        var decision = city.Routing.Decide(new RoutingInputs(
            sent.ServiceCode, place.KelurahanCode, city.KecamatanNamed(place.KelurahanCode)?.Code, new Dictionary<string, string>(), place.BorderMetres, true, IndonesianDate.InWib(now).Day));
        return decision.AgencyCode is { } agency ? [agency] : throw new RuleViolation("required", field: "units");
    }
}

internal static class JoinedReports
{
    /// <exception cref="RuleViolation"><c>unknown_report</c> (422).</exception>
    public static async Task RequireReport(this AppDb db, Guid? id, CancellationToken ct)
    {
        if (id is { } report && !await db.Reports.AnyAsync(r => r.Id == report, ct))
        {
            throw new RuleViolation("unknown_report", field: "reportId");
        }
    }
}
