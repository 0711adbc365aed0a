using KediriLapor.Merata.Model;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using KediriLapor.Reports.Model;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Merata;

/// <summary>A work as everybody sees it.</summary>
public sealed record ShowPublicWork(Guid WorkId) : IQuery<PublicWork>;

/// <summary>Plan, money, stage, days and photos of a work. No person is named: the chair of the Pokmas and who wrote it down are for staff.</summary>
/// <param name="Planned">Rupiah: the sum of the lines.</param>
/// <param name="Realised">Rupiah, so far.</param>
/// <param name="DaysLate">Against its planned end; 0 when it is not late.</param>
/// <param name="PhotoBefore">How it was; null while no photo shows it.</param>
/// <param name="PhotoAfter">How it is now that it is complete; null before.</param>
/// <param name="Plans">Every plan that bound it, newest first; the first of them binds.</param>
/// <param name="Stages">Every step, forward and back, oldest first.</param>
/// <param name="Reports">Those that follow it and that everybody sees.</param>
/// <param name="ReportsFollowing">How many follow it, seen or not.</param>
public sealed record PublicWork(
    Guid Id, Named Kelurahan, Named Kecamatan, int Year, string Title, WorkKind Kind, string? Description, WorkStage Stage, int? ProgressPercent, string? Pokmas, WorkPlanDetail Plan,
    IReadOnlyList<WorkLine> Budget, long Planned, long Realised, decimal? RealisedVolume, int? ReachedBeneficiaries, DateOnly? StartedOn, DateOnly? CompletedOn, DateOnly? HandedOverOn, int DaysLate,
    WorkPhotoItem? PhotoBefore, WorkPhotoItem? PhotoAfter, IReadOnlyList<WorkPhotoItem> Photos, IReadOnlyList<WorkPlanItem> Plans, IReadOnlyList<PublicWorkStep> Stages,
    IReadOnlyList<PublicWorkReport> Reports, int ReportsFollowing);

/// <param name="On">The day on which it came about.</param>
/// <param name="Reason">Why back, or why it is not going to be built.</param>
public sealed record PublicWorkStep(WorkStage Stage, DateOnly On, string? Reason);

public sealed record PublicWorkReport(Guid Id, ReportStatus Status, ReportStep Step, Named Service, DateTimeOffset SubmittedAt);

internal sealed class ShowPublicWorkHandler(AppDb db, CityWatch watch, TimeProvider time) : IRequestHandler<ShowPublicWork, PublicWork>
{
    public async Task<PublicWork> Handle(ShowPublicWork request, CancellationToken cancellationToken)
    {
        var (city, today) = (watch.Current, IndonesianDate.InWib(time.Now()).Day);
        var work = await db.Works.AsNoTracking().Include(w => w.Files).Where(w => w.PublicSince != null).SingleOrDefaultAsync(w => w.Id == request.WorkId, cancellationToken) ?? throw RuleViolation.NotFound();
        var plans = await db.WorkPlans.AsNoTracking().Where(p => p.WorkId == work.Id).OrderByDescending(p => p.Number).ToListAsync(cancellationToken);
        var steps = await db.WorkEvents.Where(e => e.WorkId == work.Id && (e.Kind == WorkEventKind.Moved || e.Kind == WorkEventKind.Proposed)).OrderBy(e => e.Version)
            .Select(e => new { e.Stage, e.On, e.At, e.Reason }).ToListAsync(cancellationToken);
        var links = db.WorkLinks.Where(l => l.WorkId == work.Id && l.UnlinkedAt == null);
        var reports = await db.PublicReports.Join(links, r => r.Id, l => l.ReportId, (r, l) => new { r.Id, r.Status, r.ServiceCode, r.SubmittedAt }).OrderBy(r => r.Id).ToListAsync(cancellationToken);
        var following = await links.CountAsync(cancellationToken);
        var photos = work.Files.Where(file => file is { Photo: not null, RemovedAt: null }).OrderBy(file => file.Photo).ThenBy(file => file.AddedAt).ThenBy(file => file.Id)
            .Select(file => new WorkPhotoItem(file.Id, file.Photo!.Value, file.AddedAt)).ToArray();
        return new PublicWork(
            work.Id, city.KelurahanNamed(work.KelurahanCode)!, city.KecamatanNamed(work.KelurahanCode)!, work.Year, work.Title, work.Kind, Masked(work.Description), work.Stage, work.Stage.Progress(),
            work.PokmasName, ShowWorkHandler.PlanOf(work.Plan), [.. work.Budget.Select(line => line with { Reason = Masked(line.Reason) })], work.PlannedTotal, work.RealisedTotal, work.RealisedVolume,
            work.ReachedBeneficiaries, work.StartedOn, work.CompletedOn, work.HandedOverOn, Work.DaysLate(work.Stage, work.EndsOn, work.CompletedOn, today),
            Array.Find(photos, photo => photo.Tag is WorkPhotoTag.Before or WorkPhotoTag.Start), Array.FindLast(photos, photo => photo.Tag == WorkPhotoTag.Full), photos,
            [.. plans.Select(plan => WorkPlanItem.Of(plan, named: false)).Select(plan => plan with { Reason = Masked(plan.Reason) })],
            [.. steps.Select(step => new PublicWorkStep(step.Stage, step.On ?? IndonesianDate.InWib(step.At).Day, Masked(step.Reason)))],
            [.. reports.Select(r => new PublicWorkReport(r.Id, r.Status, r.Status.Step(), city.ServiceNamed(r.ServiceCode), r.SubmittedAt))], following);
    }

    /// <summary>What people of the ward write may hold a phone or a plate; the public sees none.</summary>
    private static string? Masked(string? text) => text is null ? null : PersonalData.Mask(text, null);
}
