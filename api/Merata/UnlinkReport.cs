using KediriLapor.Accounts;
using KediriLapor.Persistence;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Merata;

/// <summary>Lets a report no longer follow a work; its reporter reads why.</summary>
public sealed record UnlinkReport(Guid WorkId, Guid ReportId, int ExpectedVersion, string Reason) : ICommand<WorkStanding>;

internal sealed class UnlinkReportHandler(AppDb db, CurrentActor actor, TimeProvider time) : IRequestHandler<UnlinkReport, WorkStanding>
{
    public async Task<WorkStanding> Handle(UnlinkReport request, CancellationToken cancellationToken)
    {
        var (who, now) = (actor.Value, time.Now());
        var (work, roles) = await db.WorkToChange(request.WorkId, request.ExpectedVersion, who, cancellationToken);
        var link = await db.WorkLinks.SingleOrDefaultAsync(l => l.WorkId == work.Id && l.ReportId == request.ReportId && l.UnlinkedAt == null, cancellationToken) ?? throw RuleViolation.NotFound();
        work.Unlink(link, request.Reason.Trim(), who, now);
        db.WorkNews.Add(work.NewsFor(link.ReportId));
        return WorkStanding.Of(work, roles);
    }
}
