using KediriLapor.Accounts;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Reports.Duplicates;

/// <summary>Which report is to be handled in place of this one.</summary>
public sealed record Merger
{
    /// <summary>The survivor's id.</summary>
    public required Guid Into { get; init; }
}

public sealed record MergeReport(Guid ReportId, int ExpectedVersion, Merger Merger) : ICommand<ReportStanding>;

/// <remarks>
/// Both reports are written with the version they were read at, so of two mergers that touch one report exactly one is stored: what
/// was checked here still holds when it is. Rows are written in the order of the reports' ids, so none waits for one that waits for it.
/// </remarks>
internal sealed class MergeReportHandler(AppDb db, CityWatch watch, CurrentActor actor, TimeProvider time) : IRequestHandler<MergeReport, ReportStanding>
{
    public async Task<ReportStanding> Handle(MergeReport request, CancellationToken cancellationToken)
    {
        var (city, who, now) = (watch.Current, actor.Value, time.Now());
        var visible = db.Reports.Include(r => r.History).VisibleTo(who, city);
        var report = await visible.SingleOrDefaultAsync(r => r.Id == request.ReportId, cancellationToken) ?? throw RuleViolation.NotFound();
        db.Expect(report, request.ExpectedVersion);
        var survivor = await visible.SingleOrDefaultAsync(r => r.Id == request.Merger.Into, cancellationToken) ?? throw new RuleViolation("unknown_report", field: "into");
        if (city.IsDiscreet(report) || city.IsDiscreet(survivor))
        {
            throw new RuleViolation("merge_confidential", field: "into");
        }

        var carries = await db.Reports.AnyAsync(r => r.MergedInto == report.Id, cancellationToken);
        var roles = city.RolesOf(who, report.AgencyCode) & city.RolesOf(who, survivor.AgencyCode);
        report.MergeInto(survivor, carries, roles, who, city.TermsOf(report.ServiceCode), city.TermsOf(survivor.ServiceCode), now);
        return ReportStanding.Of(report, roles, now);
    }
}
