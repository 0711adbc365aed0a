using KediriLapor.Accounts;
using KediriLapor.Merata.Model;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Merata;

/// <summary>The works of the actor's area, newest year first.</summary>
internal sealed record ListWorks(WorkFilter Filter, int PageSize, string? After) : IQuery<Page<WorkItem>>;

/// <param name="ProgressPercent">Of a work under way; null before and after.</param>
/// <param name="Planned">Rupiah.</param>
/// <param name="Realised">Rupiah, so far.</param>
/// <param name="DaysLate">Against its planned end; 0 when it is not late.</param>
/// <param name="Reports">How many reports follow it.</param>
public sealed record WorkItem(
    Guid Id, Named Kelurahan, int Year, string Title, WorkKind Kind, WorkStage Stage, int? ProgressPercent, decimal Volume, string Unit, long Planned, long Realised, DateOnly StartsOn, DateOnly EndsOn,
    int DaysLate, int Reports, int Version);

internal sealed class ListWorksHandler(AppDb db, CityWatch watch, CurrentActor actor, TimeProvider time) : IRequestHandler<ListWorks, Page<WorkItem>>
{
    public async Task<Page<WorkItem>> Handle(ListWorks request, CancellationToken cancellationToken)
    {
        var (city, today) = (watch.Current, IndonesianDate.InWib(time.Now()).Day);
        var rows = await WorkFilter.PageOf(request.Filter.Of(db.Works.VisibleTo(actor.Value), today), request.After, request.PageSize)
            .Select(w => new
            {
                w.Id,
                w.KelurahanCode,
                w.Year,
                w.Title,
                w.Kind,
                w.Stage,
                w.Volume,
                w.Unit,
                w.PlannedTotal,
                w.RealisedTotal,
                w.StartsOn,
                w.EndsOn,
                w.CompletedOn,
                w.Version,
                Reports = db.WorkLinks.Count(l => l.WorkId == w.Id && l.UnlinkedAt == null),
            })
            .ToListAsync(cancellationToken);
        return Cursor.Cut(
            rows, request.PageSize,
            w => new WorkItem(
                w.Id, city.KelurahanNamed(w.KelurahanCode)!, w.Year, w.Title, w.Kind, w.Stage, w.Stage.Progress(), w.Volume, w.Unit, w.PlannedTotal, w.RealisedTotal, w.StartsOn, w.EndsOn,
                Work.DaysLate(w.Stage, w.EndsOn, w.CompletedOn, today), w.Reports, w.Version),
            w => new WorkKey(w.Year, w.Id));
    }
}
