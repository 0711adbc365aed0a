using KediriLapor.Accounts;
using KediriLapor.Merata.Model;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using MediatR;

namespace KediriLapor.Merata;

/// <summary>Writes down what a ward's musyawarah wants.</summary>
public sealed record ProposeWork(NewWork Work, Guid? IdempotencyKey) : IIdempotentCommand<WorkStanding>;

/// <summary>Where a work stands after a change.</summary>
/// <param name="PlanNumber">The plan that binds; 0 while none does.</param>
public sealed record WorkStanding(Guid Id, WorkStage Stage, int Version, int PlanNumber, WorkStage[] AllowedNext)
{
    internal static WorkStanding Of(Work work, WorkWalker roles) => new(work.Id, work.Stage, work.Version, work.PlanNumber, work.AllowedNext(roles));
}

internal sealed class ProposeWorkHandler(AppDb db, CityWatch watch, CurrentActor actor, TimeProvider time) : IRequestHandler<ProposeWork, WorkStanding>
{
    public Task<WorkStanding> Handle(ProposeWork request, CancellationToken cancellationToken)
    {
        var (sent, city, who, now) = (request.Work, watch.Current, actor.Value, time.Now());
        var ward = city.KelurahanOr(sent.KelurahanCode, "kelurahanCode");
        var roles = who.RolesAt(ward.Code);
        if (roles == 0)
        {
            throw new RuleViolation("unknown_kelurahan", field: "kelurahanCode");
        }

        var work = Work.Propose(ward.Code, sent.Year, sent.Facts, sent.Plan(city, ward.Code, sent.Year), who, now);
        db.Works.Add(work);
        return Task.FromResult(WorkStanding.Of(work, roles));
    }
}
