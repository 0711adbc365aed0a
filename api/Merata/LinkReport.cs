using System.ComponentModel.DataAnnotations;
using KediriLapor.Accounts;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using KediriLapor.Reports;
using KediriLapor.Reports.Model;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Merata;

/// <summary>A report of the ward that the work answers.</summary>
public sealed record NewWorkLink
{
    /// <summary>Its number as people read it, or its id.</summary>
    [Required(ErrorMessage = "required")]
    [MaxLength(40, ErrorMessage = "too_long")]
    public string Report { get; init; } = "";
}

/// <summary>Lets a report follow a work: from here on its reporter hears of each stage.</summary>
public sealed record LinkReport(Guid WorkId, int ExpectedVersion, string Report) : ICommand<WorkStanding>;

internal sealed class LinkReportHandler(AppDb db, CityWatch watch, CurrentActor actor, TimeProvider time) : IRequestHandler<LinkReport, WorkStanding>
{
    private const string Field = "report";

    public async Task<WorkStanding> Handle(LinkReport request, CancellationToken cancellationToken)
    {
        var (who, now) = (actor.Value, time.Now());
        var (work, roles) = await db.WorkToChange(request.WorkId, request.ExpectedVersion, who, cancellationToken);
        var report = await Find(request.Report.Trim(), who, cancellationToken) ?? throw new RuleViolation("unknown_report", field: Field);
        if (report.KelurahanCode != work.KelurahanCode)
        {
            throw new RuleViolation("report_of_another_ward", field: Field);
        }

        if (!Report.MayFollowWork(report.Status, report.MergedInto))
        {
            throw new RuleViolation(report.MergedInto is null ? "report_not_open" : "already_merged", StatusCodes.Status409Conflict, Field);
        }

        // two who link it at once meet at the index behind this
        if (await db.WorkLinks.AnyAsync(l => l.ReportId == report.Id && l.UnlinkedAt == null, cancellationToken))
        {
            throw new RuleViolation("report_linked", StatusCodes.Status409Conflict, Field);
        }

        db.WorkLinks.Add(work.Link(report.Id, who, now));
        db.WorkNews.Add(work.NewsFor(report.Id));
        return WorkStanding.Of(work, roles);
    }

    private async Task<Found?> Find(string named, Actor who, CancellationToken ct)
    {
        var reports = db.Reports.VisibleTo(who, watch.Current);
        if (Guid.TryParse(named, out var id))
        {
            reports = reports.Where(r => r.Id == id);
        }
        else if (TrackingCode.TryParse(named, out var code))
        {
            reports = reports.Where(r => r.TrackingCode == code);
        }
        else
        {
            return null;
        }

        return await reports.Select(r => new Found(r.Id, r.Place.KelurahanCode, r.Status, r.MergedInto)).SingleOrDefaultAsync(ct);
    }

    private sealed record Found(Guid Id, string? KelurahanCode, ReportStatus Status, Guid? MergedInto);
}
