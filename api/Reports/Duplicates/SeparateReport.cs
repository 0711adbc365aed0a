using KediriLapor.Accounts;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Reports.Duplicates;

/// <summary>Takes a merger back.</summary>
public sealed record SeparateReport(Guid ReportId, int ExpectedVersion) : ICommand<ReportStanding>;

internal sealed class SeparateReportHandler(AppDb db, CityWatch watch, CurrentActor actor, TimeProvider time) : IRequestHandler<SeparateReport, ReportStanding>
{
    public async Task<ReportStanding> Handle(SeparateReport request, CancellationToken cancellationToken)
    {
        var (city, who, now) = (watch.Current, actor.Value, time.Now());
        var report = await db.Reports.Include(r => r.History).VisibleTo(who, city).SingleOrDefaultAsync(r => r.Id == request.ReportId, cancellationToken) ?? throw RuleViolation.NotFound();
        db.Expect(report, request.ExpectedVersion);
        var survivorId = report.MergedInto ?? throw new RuleViolation("not_merged", StatusCodes.Status409Conflict);
        var survivor = await db.Reports.Include(r => r.History).SingleAsync(r => r.Id == survivorId, cancellationToken);

        var roles = city.RolesOf(who, report.AgencyCode);
        report.SeparateFrom(survivor, roles, who, city.TermsOf(report.ServiceCode), city.TermsOf(survivor.ServiceCode), now);
        return ReportStanding.Of(report, roles, now);
    }
}
