using System.ComponentModel.DataAnnotations;
using KediriLapor.Accounts;
using KediriLapor.CallCentre.Model;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using KediriLapor.Reports;
using KediriLapor.Reports.Model;
using MediatR;

namespace KediriLapor.CallCentre.Dispatches;

/// <summary>What became known later; what is absent stays. A place is told whole.</summary>
public sealed record DispatchChange
{
    public GeoPoint? Location { get; init; }

    [MaxLength(20, ErrorMessage = "too_long")]
    public string? KelurahanCode { get; init; }

    [MaxLength(Report.AddressMax, ErrorMessage = "too_long")]
    public string? Place { get; init; }

    [MaxLength(EmergencyDispatch.NoteMax, ErrorMessage = "too_long")]
    public string? Note { get; init; }

    /// <summary>The report it belongs to; once.</summary>
    public Guid? ReportId { get; init; }

    /// <summary>Another call about the same.</summary>
    public Guid? CallId { get; init; }
}

public sealed record ChangeDispatch(Guid DispatchId, int ExpectedVersion, DispatchChange Change) : ICommand<DispatchItem>, ITakesTurns
{
    string ITakesTurns.Turn => Turns.Dispatches;
}

internal sealed class ChangeDispatchHandler(AppDb db, CityWatch watch, CurrentActor actor, TimeProvider time) : IRequestHandler<ChangeDispatch, DispatchItem>
{
    public async Task<DispatchItem> Handle(ChangeDispatch request, CancellationToken cancellationToken)
    {
        var (sent, city, who, now) = (request.Change, watch.Current, actor.Value, time.Now());
        var dispatch = await db.DispatchAt(request.DispatchId, request.ExpectedVersion, who, cancellationToken);
        await db.RequireReport(sent.ReportId, cancellationToken);
        if (sent.CallId is { } id)
        {
            dispatch.Join(await db.Calls.FindAsync([id], cancellationToken) ?? throw new RuleViolation("unknown_call", field: "callId"), who, now);
        }

        var (words, note) = (NewCall.Written(sent.Place), NewCall.Written(sent.Note));
        var place = sent.Location is null && string.IsNullOrEmpty(sent.KelurahanCode) && words is null ? null : DispatchPlace.Of(sent.Location, sent.KelurahanCode, words, city);
        if (sent.CallId is null || place is not null || note is not null || sent.ReportId is not null)
        {
            dispatch.Change(place, note, sent.ReportId, who, now);
        }

        return DispatchItem.Of(dispatch, who, city, now);
    }
}
