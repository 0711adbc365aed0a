using KediriLapor.Accounts;
using KediriLapor.CallCentre.Model;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using MediatR;

namespace KediriLapor.CallCentre;

/// <summary>One call, by one key. It makes no report, and nothing that is known of the number holds it back.</summary>
public sealed record LogCall(NewCall Call, Guid? IdempotencyKey) : IIdempotentCommand<CallItem>;

internal sealed class LogCallHandler(AppDb db, CityWatch watch, CurrentActor actor, CallVault vault, TimeProvider time) : IRequestHandler<LogCall, CallItem>
{
    public Task<CallItem> Handle(LogCall request, CancellationToken cancellationToken)
    {
        var (sent, city, who) = (request.Call, watch.Current, actor.Value);
        var call = Call.Log(sent.Kind, sent.Facts(city), vault.Seal(sent.Phone), who, sent.At, time.Now());
        db.Calls.Add(call);
        return Task.FromResult(CallItem.Of(call, null, [], who.AccountId, city));
    }
}
