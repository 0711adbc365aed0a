using KediriLapor.Accounts;
using KediriLapor.Merata.Model;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Merata;

/// <summary>What works come to together: those of the actor's area, or those that everybody sees.</summary>
internal sealed record SumWorks(WorkFilter Filter, bool Public) : IQuery<WorkSums>;

/// <param name="Planned">Rupiah, without what is proposed or cancelled.</param>
/// <param name="Realised">Rupiah, so far, likewise.</param>
/// <param name="Late">How many should be complete by now and are not.</param>
/// <param name="Years">In which there is any, newest first, whatever the year asked for.</param>
public sealed record WorkSums(int Works, long Planned, long Realised, int Late, IReadOnlyList<WorkStageSum> Stages, IReadOnlyList<WorkWardSum> Wards, IReadOnlyList<int> Years);

/// <param name="Planned">Rupiah.</param>
/// <param name="Realised">Rupiah.</param>
public sealed record WorkStageSum(WorkStage Stage, int Works, long Planned, long Realised);

/// <param name="Planned">Rupiah, without what is proposed or cancelled.</param>
/// <param name="Realised">Rupiah, likewise.</param>
public sealed record WorkWardSum(Named Kelurahan, int Works, long Planned, long Realised);

internal sealed class SumWorksHandler(AppDb db, CityWatch watch, CurrentActor actor, TimeProvider time) : IRequestHandler<SumWorks, WorkSums>
{
    public async Task<WorkSums> Handle(SumWorks request, CancellationToken cancellationToken)
    {
        var (city, today, filter) = (watch.Current, IndonesianDate.InWib(time.Now()).Day, request.Filter);
        var visible = request.Public ? db.Works.Where(w => w.PublicSince != null) : db.Works.VisibleTo(actor.Value);
        var works = filter.Of(visible, today);
        var parts = await works.GroupBy(w => new { w.Stage, w.KelurahanCode })
            .Select(part => new { part.Key.Stage, part.Key.KelurahanCode, Works = part.Count(), Planned = part.Sum(w => w.PlannedTotal), Realised = part.Sum(w => w.RealisedTotal) })
            .ToListAsync(cancellationToken);
        var late = await (filter with { Late = true }).Of(visible, today).CountAsync(cancellationToken);
        var years = await (filter with { Year = null }).Of(visible, today).Select(w => w.Year).Distinct().OrderByDescending(year => year).ToListAsync(cancellationToken);
        var counted = parts.Where(part => part.Stage is not (WorkStage.Proposed or WorkStage.Cancelled)).ToArray();
        return new WorkSums(
            parts.Sum(part => part.Works), counted.Sum(part => part.Planned), counted.Sum(part => part.Realised), late,
            [.. parts.GroupBy(part => part.Stage).OrderBy(stage => stage.Key)
                .Select(stage => new WorkStageSum(stage.Key, stage.Sum(part => part.Works), stage.Sum(part => part.Planned), stage.Sum(part => part.Realised)))],
            [.. parts.GroupBy(part => part.KelurahanCode).Select(ward => new WorkWardSum(
                    city.KelurahanNamed(ward.Key)!, ward.Sum(part => part.Works), counted.Where(part => part.KelurahanCode == ward.Key).Sum(part => part.Planned),
                    counted.Where(part => part.KelurahanCode == ward.Key).Sum(part => part.Realised)))
                .OrderBy(ward => ward.Kelurahan.Name, StringComparer.Ordinal)],
            years);
    }
}
