using KediriLapor.Merata.Model;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Merata;

/// <summary>The works that everybody sees, since they had their money: newest year first.</summary>
internal sealed record ListPublicWorks(WorkFilter Filter, int PageSize, string? After) : IQuery<Page<PublicWorkItem>>;

/// <param name="ProgressPercent">Of a work under way; null before and after.</param>
/// <param name="Planned">Rupiah.</param>
/// <param name="Realised">Rupiah, so far.</param>
/// <param name="DaysLate">Against its planned end; 0 when it is not late.</param>
/// <param name="Photo">The newest that shows how far it is; null where there is none.</param>
public sealed record PublicWorkItem(
    Guid Id, Named Kelurahan, int Year, string Title, WorkKind Kind, WorkStage Stage, int? ProgressPercent, decimal Volume, string Unit, long Planned, long Realised, DateOnly StartsOn, DateOnly EndsOn,
    int DaysLate, Guid? Photo);

internal sealed class ListPublicWorksHandler(AppDb db, CityWatch watch, TimeProvider time) : IRequestHandler<ListPublicWorks, Page<PublicWorkItem>>
{
    public async Task<Page<PublicWorkItem>> Handle(ListPublicWorks request, CancellationToken cancellationToken)
    {
        var (city, today) = (watch.Current, IndonesianDate.InWib(time.Now()).Day);
        var rows = await WorkFilter.PageOf(request.Filter.Of(db.Works.Where(w => w.PublicSince != null), today), request.After, request.PageSize)
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
                Photo = w.Files.Where(f => f.Photo != null && f.RemovedAt == null).OrderByDescending(f => f.AddedAt).ThenByDescending(f => f.Id).Select(f => (Guid?)f.Id).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        return Cursor.Cut(
            rows, request.PageSize,
            w => new PublicWorkItem(
                w.Id, city.KelurahanNamed(w.KelurahanCode)!, w.Year, w.Title, w.Kind, w.Stage, w.Stage.Progress(), w.Volume, w.Unit, w.PlannedTotal, w.RealisedTotal, w.StartsOn, w.EndsOn,
                Work.DaysLate(w.Stage, w.EndsOn, w.CompletedOn, today), w.Photo),
            w => new WorkKey(w.Year, w.Id));
    }
}
