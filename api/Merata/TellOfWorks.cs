using KediriLapor.Accounts;
using KediriLapor.Merata.Model;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Persistence.Schedule;
using KediriLapor.Platform;
using KediriLapor.Reports.Model;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Merata;

/// <summary>
/// Writes what happened to works into the histories of the reports that follow them, from where it is told like everything else that happens to a report.
/// Beside the change itself, not in it: a work that a hundred reports follow moves as quickly as any other, and nobody who handles a report stands in its way.
/// </summary>
public sealed record TellOfWorks : IBatchCommand;

internal sealed class TellOfWorksHandler(AppDb db, CityWatch watch, TimeProvider time) : IRequestHandler<TellOfWorks, int>
{
    private const int Batch = 100;

    public async Task<int> Handle(TellOfWorks request, CancellationToken cancellationToken)
    {
        var (city, now) = (watch.Current, time.Now());
        var news = await db.WorkNews.FromSql($"SELECT * FROM work_news ORDER BY id LIMIT {Batch} FOR UPDATE SKIP LOCKED").ToListAsync(cancellationToken);
        if (news.Count == 0)
        {
            return 0;
        }

        var (workIds, reportIds) = (news.Select(one => one.WorkId).Distinct().ToArray(), news.Select(one => one.ReportId).Distinct().ToArray());
        var versions = news.Select(one => one.Version).Distinct().ToArray();
        var titles = await db.Works.Where(w => workIds.Contains(w.Id)).Select(w => new { w.Id, w.Title }).ToDictionaryAsync(w => w.Id, w => w.Title, cancellationToken);
        var events = (await db.WorkEvents.AsNoTracking().Where(e => workIds.Contains(e.WorkId) && versions.Contains(e.Version)).ToListAsync(cancellationToken)).ToDictionary(e => (e.WorkId, e.Version));
        var reports = await db.Reports.Include(r => r.History).Where(r => reportIds.Contains(r.Id)).ToDictionaryAsync(r => r.Id, cancellationToken);
        foreach (var one in news)
        {
            Tell(reports[one.ReportId], titles[one.WorkId], events[(one.WorkId, one.Version)], city, now);
            db.WorkNews.Remove(one);
        }

        return news.Count;
    }

    private static void Tell(Report report, string title, WorkEvent happened, City city, DateTimeOffset now)
    {
        if (!report.HearsOfWork)
        {
            return;
        }

        var (actor, terms, reason) = (Who(happened), city.TermsOf(report.ServiceCode), happened.Reason is { } said ? PersonalData.Mask(said, null) : null);
        switch (happened.Kind)
        {
            case WorkEventKind.ReportLinked:
                report.JoinWork(title, happened.Stage.Indonesian(), actor, terms, now);
                break;
            case WorkEventKind.ReportUnlinked:
                report.LeaveWork(title, reason!, actor, terms, now);
                break;
            case WorkEventKind.Moved:
                report.HearOfWork(title, happened.Stage.Indonesian(), reason, actor, terms, now);
                break;
            case WorkEventKind.Proposed or WorkEventKind.Changed or WorkEventKind.Realised or WorkEventKind.FilesAdded or WorkEventKind.FileRemoved:
                break;
        }
    }

    /// <summary>Who did it to the work did it to the report.</summary>
    private static Actor Who(WorkEvent happened) => Actor.System with { Kind = happened.ActorKind, AccountId = happened.ActorId, Name = happened.ActorName };
}
