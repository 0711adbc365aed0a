using System.ComponentModel.DataAnnotations;
using KediriLapor.Accounts;
using KediriLapor.CallCentre.Model;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using KediriLapor.Reports;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.CallCentre;

/// <summary>What is put right or added; what is absent stays. To undo a key is to call it a <c>mistake</c>.</summary>
public sealed record CallCorrection
{
    public CallKind? Kind { get; init; }

    [MaxLength(CallVault.NumberMax, ErrorMessage = "too_long")]
    public string? Phone { get; init; }

    [Range(0, Call.DurationMax, ErrorMessage = "out_of_range")]
    public int? DurationSeconds { get; init; }

    [MaxLength(20, ErrorMessage = "too_long")]
    public string? KelurahanCode { get; init; }

    [MaxLength(Call.PlaceMax, ErrorMessage = "too_long")]
    public string? Place { get; init; }

    [MaxLength(Call.NoteMax, ErrorMessage = "too_long")]
    public string? Note { get; init; }

    /// <summary>Why; for colleagues.</summary>
    [MaxLength(Call.ReasonMax, ErrorMessage = "too_long")]
    public string? Reason { get; init; }
}

/// <summary>Puts a call right within the shift. What it was before stays in its history.</summary>
public sealed record CorrectCall(Guid CallId, int ExpectedVersion, CallCorrection Correction) : ICommand<CallItem>;

internal sealed class CorrectCallHandler(AppDb db, CityWatch watch, CurrentActor actor, CallVault vault, TimeProvider time) : IRequestHandler<CorrectCall, CallItem>
{
    public async Task<CallItem> Handle(CorrectCall request, CancellationToken cancellationToken)
    {
        var (sent, city, who) = (request.Correction, watch.Current, actor.Value);
        var call = await db.CallAt(request.CallId, request.ExpectedVersion, cancellationToken);
        call.Correct(
            sent.Kind, NewCall.Said(sent.KelurahanCode, sent.Place, sent.Note, sent.DurationSeconds, city), vault.Seal(sent.Phone), NewCall.Written(sent.Reason), who, time.Now());
        var code = call.ReportId is { } report ? await db.Reports.Where(r => r.Id == report).Select(r => r.TrackingCode).SingleAsync(cancellationToken) : default;
        var cars = await db.CarsOf(call.ReportId, who, city, cancellationToken);
        return CallItem.Of(call, call.ReportId is null ? null : code.ToString(), cars, who.AccountId, city);
    }
}

internal static class SeenCalls
{
    /// <summary>The call, held to the version its author saw.</summary>
    public static async Task<Call> CallAt(this AppDb db, Guid id, int expectedVersion, CancellationToken ct)
    {
        var call = await db.Calls.SingleOrDefaultAsync(c => c.Id == id, ct) ?? throw RuleViolation.NotFound();
        return call.Version == expectedVersion ? call : throw AppDb.Stale(call.Version);
    }
}
