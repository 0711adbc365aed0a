using KediriLapor.Accounts;
using KediriLapor.CallCentre.Model;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using KediriLapor.Reports;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.CallCentre;

public sealed record ShowCall(Guid CallId) : IQuery<CallDetail>;

/// <summary>A call and what was made of it.</summary>
public sealed record CallDetail(CallItem Call, IReadOnlyList<CallChangeItem> History);

public sealed record CallChangeItem(int Version, CallChangeType Type, DateTimeOffset At, string By, CallKind Kind, CallKind? From, string? Reason);

internal sealed class ShowCallHandler(AppDb db, CityWatch watch, CurrentActor actor) : IRequestHandler<ShowCall, CallDetail>
{
    public async Task<CallDetail> Handle(ShowCall request, CancellationToken cancellationToken)
    {
        var row = await db.Calls.AsNoTracking().Where(c => c.Id == request.CallId).WithCodes(db).SingleOrDefaultAsync(cancellationToken) ?? throw RuleViolation.NotFound();
        var history = await db.CallChanges.AsNoTracking().Where(c => c.CallId == request.CallId).OrderBy(c => c.Version)
            .Select(c => new CallChangeItem(c.Version, c.Type, c.At, c.ActorName, c.Kind, c.From, c.Reason)).ToListAsync(cancellationToken);
        var (city, who) = (watch.Current, actor.Value);
        var cars = await db.CarsOf(row.Call.ReportId, who, city, cancellationToken);
        return new CallDetail(CallItem.Of(row, cars, who.AccountId, city), history);
    }
}
