using KediriLapor.Accounts;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using MediatR;

namespace KediriLapor.Merata;

/// <summary>Writes a work anew. Once its plan binds, another plan becomes a numbered version with its reason.</summary>
public sealed record ChangeWork(Guid WorkId, int ExpectedVersion, ChangedWork Change) : ICommand<WorkStanding>;

internal sealed class ChangeWorkHandler(AppDb db, CityWatch watch, CurrentActor actor, TimeProvider time) : IRequestHandler<ChangeWork, WorkStanding>
{
    public async Task<WorkStanding> Handle(ChangeWork request, CancellationToken cancellationToken)
    {
        var (who, sent) = (actor.Value, request.Change);
        var (work, roles) = await db.WorkToChange(request.WorkId, request.ExpectedVersion, who, cancellationToken);
        work.Change(sent.Facts, sent.Plan(watch.Current, work.KelurahanCode, work.Year), WorkDraft.Said(sent.Reason), who, time.Now());
        return WorkStanding.Of(work, roles);
    }
}
