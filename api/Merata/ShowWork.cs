using KediriLapor.Accounts;
using KediriLapor.Merata.Model;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using KediriLapor.Reports;
using KediriLapor.Reports.Model;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Merata;

/// <summary>A work as staff see it.</summary>
public sealed record ShowWork(Guid WorkId) : IQuery<WorkDetail>;

/// <param name="Planned">Rupiah: the sum of the lines.</param>
/// <param name="Realised">Rupiah, so far.</param>
/// <param name="DaysLate">Against its planned end; 0 when it is not late.</param>
/// <param name="PlanNumber">The plan that binds; 0 while none does.</param>
/// <param name="Reports">Those that follow it and that the actor may see.</param>
/// <param name="OtherReports">How many more follow it.</param>
/// <param name="MayChange">The actor may write it anew now.</param>
/// <param name="MayRealise">The actor may tell now what was spent and built.</param>
/// <param name="MayKeep">The actor adds and removes files and reports.</param>
/// <param name="MayExamine">The actor writes down what was found at works that have a plan.</param>
public sealed record WorkDetail(
    Guid Id, Named Kelurahan, Named Kecamatan, int Year, string Title, WorkKind Kind, string? Description, WorkStage Stage, int? ProgressPercent, DateTimeOffset StageSince, WorkPlanDetail Plan,
    IReadOnlyList<WorkLine> Budget, long Planned, long Realised, decimal? RealisedVolume, int? ReachedBeneficiaries, WorkPapers Papers, DateOnly? StartedOn, DateOnly? CompletedOn, DateOnly? HandedOverOn,
    int DaysLate, int PlanNumber, DateTimeOffset? PublicSince, IReadOnlyList<WorkPhotoItem> Photos, IReadOnlyList<WorkDocumentItem> Documents, IReadOnlyList<WorkReportItem> Reports, int OtherReports,
    int Version, WorkStage[] AllowedNext, IReadOnlyList<WorkMoveItem> Moves, bool MayChange, bool MayRealise, bool MayKeep, bool MayExamine,
    IReadOnlyList<WorkEntry> History);

/// <summary>What is promised.</summary>
/// <param name="Path">One point, or a line; empty where it has no place on the map.</param>
public sealed record WorkPlanDetail(decimal Volume, string Unit, DateOnly StartsOn, DateOnly EndsOn, string Address, IReadOnlyList<WorkPoint> Path, int Beneficiaries);

/// <summary>Who builds it, and the numbers of the papers it stands on; each null until there is one.</summary>
public sealed record WorkPapers(string? PokmasName, string? PokmasChair, string? BudgetNumber, string? ContractNumber, string? HandOverNumber, string? AccountNumber);

public sealed record WorkPhotoItem(Guid Id, WorkPhotoTag Tag, DateTimeOffset AddedAt);

public sealed record WorkDocumentItem(Guid Id, WorkDocumentKind Kind, DateTimeOffset AddedAt, string AddedBy);

/// <summary>A report that follows the work.</summary>
public sealed record WorkReportItem(Guid Id, string TrackingCode, ReportStatus Status, Named Service, DateTimeOffset LinkedAt);

/// <summary>A move open to this actor and what it asks for.</summary>
public sealed record WorkMoveItem(WorkStage To, IReadOnlyList<WorkDemand> Demands);

/// <param name="On">When it came about, where that is told.</param>
/// <param name="PlanNumber">The version of the plan that it made.</param>
public sealed record WorkEntry(int Version, DateTimeOffset At, WorkEventKind Kind, string By, WorkStage Stage, DateOnly? On, string? Number, string? Reason, string? Note, int? PlanNumber, string? TrackingCode);

internal sealed class ShowWorkHandler(AppDb db, CityWatch watch, CurrentActor actor, TimeProvider time) : IRequestHandler<ShowWork, WorkDetail>
{
    public async Task<WorkDetail> Handle(ShowWork request, CancellationToken cancellationToken)
    {
        var (city, who, today) = (watch.Current, actor.Value, IndonesianDate.InWib(time.Now()).Day);
        var work = await db.Works.AsNoTracking().Include(w => w.Files).VisibleTo(who).SingleOrDefaultAsync(w => w.Id == request.WorkId, cancellationToken) ?? throw RuleViolation.NotFound();
        var history = await db.WorkEvents.AsNoTracking().Where(e => e.WorkId == work.Id).OrderBy(e => e.Version).ToListAsync(cancellationToken);
        var (reports, others) = await ReportsOf(work.Id, who, city, cancellationToken);
        var roles = who.RolesAt(work.KelurahanCode);
        // a report that the actor may not see has no number for them here either
        var mentioned = history.Select(e => e.ReportId).OfType<Guid>().ToArray();
        var codes = mentioned.Length == 0 ? []
            : await db.Reports.VisibleTo(who, city).Where(r => mentioned.Contains(r.Id)).Select(r => new { r.Id, r.TrackingCode }).ToDictionaryAsync(r => r.Id, r => r.TrackingCode.ToString(), cancellationToken);
        var files = work.Files.Where(file => file.RemovedAt is null).OrderBy(file => file.Photo).ThenBy(file => file.AddedAt).ThenBy(file => file.Document).ThenBy(file => file.Id).ToArray();
        return new WorkDetail(
            work.Id, city.KelurahanNamed(work.KelurahanCode)!, city.KecamatanNamed(work.KelurahanCode)!, work.Year, work.Title, work.Kind, work.Description, work.Stage, work.Stage.Progress(),
            work.StageSince, PlanOf(work.Plan), work.Budget, work.PlannedTotal, work.RealisedTotal, work.RealisedVolume, work.ReachedBeneficiaries,
            new WorkPapers(work.PokmasName, work.PokmasChair, work.BudgetNumber, work.ContractNumber, work.HandOverNumber, work.AccountNumber), work.StartedOn, work.CompletedOn, work.HandedOverOn,
            Work.DaysLate(work.Stage, work.EndsOn, work.CompletedOn, today), work.PlanNumber, work.PublicSince,
            [.. files.Where(file => file.Photo is not null).Select(file => new WorkPhotoItem(file.Id, file.Photo!.Value, file.AddedAt))],
            [.. files.Where(file => file.Document is not null).Select(file => new WorkDocumentItem(file.Id, file.Document!.Value, file.AddedAt, file.AddedBy))],
            reports, others, work.Version, work.AllowedNext(roles),
            [.. work.Moves(roles).Select(edge => new WorkMoveItem(edge.To, [.. Enum.GetValues<WorkDemand>().Where(demand => demand != WorkDemand.None && edge.Demands.HasFlag(demand))]))],
            roles != 0 && work.MayBeChanged, roles != 0 && work.MayBeRealised, roles != 0, who.MayExamine(),
            [.. history.Select(e => new WorkEntry(
                e.Version, e.At, e.Kind, e.ActorName, e.Stage, e.On, e.Number, e.Reason, e.Note, e.PlanNumber, e.ReportId is { } report ? codes.GetValueOrDefault(report) : null))]);
    }

    internal static WorkPlanDetail PlanOf(WorkPlan plan) => new(plan.Volume, plan.Unit, plan.StartsOn, plan.EndsOn, plan.Address, plan.Path, plan.Beneficiaries);

    private async Task<(WorkReportItem[] Seen, int Others)> ReportsOf(Guid workId, Actor who, City city, CancellationToken ct)
    {
        var links = db.WorkLinks.Where(l => l.WorkId == workId && l.UnlinkedAt == null);
        var seen = await db.Reports.VisibleTo(who, city).Join(links, r => r.Id, l => l.ReportId, (r, l) => new { r.Id, r.TrackingCode, r.Status, r.ServiceCode, l.LinkedAt })
            .OrderBy(r => r.LinkedAt).ThenBy(r => r.Id).ToListAsync(ct);
        return ([.. seen.Select(r => new WorkReportItem(r.Id, r.TrackingCode.ToString(), r.Status, city.ServiceNamed(r.ServiceCode), r.LinkedAt))], await links.CountAsync(ct) - seen.Count);
    }
}
