using KediriLapor.Merata.Model;
using KediriLapor.Monev.Model;
using KediriLapor.Persistence;
using KediriLapor.Platform;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Monev.Indicators;

/// <summary>A work as it stood at the end of a day, by its history; what it is called and where it lies are told as they are now.</summary>
public sealed record WorkOnDay(
    Guid Id, string KelurahanCode, string Title, string Unit, WorkStage Stage, int PlanNumber, decimal Volume, decimal? RealisedVolume, DateOnly EndsOn, DateOnly? CompletedOn, long Planned, long Realised,
    int Beneficiaries, int? ReachedBeneficiaries, IReadOnlyList<FindingOnDay> Findings, IReadOnlyList<ReportOnDay> Reports)
{
    /// <summary>By which part of the plan what was built may differ from it.</summary>
    private const decimal VolumeTolerance = 0.05m;

    /// <summary>What was built is within five per cent of the plan; null before it is handed over, and while nobody has told.</summary>
    public bool? KeepsVolume => Stage >= WorkStage.HandedOver && RealisedVolume is { } built ? Math.Abs(built - Volume) <= Volume * VolumeTolerance : null;

    public int DaysLate(DateOnly day) => Work.DaysLate(Stage, EndsOn, CompletedOn, day);
}

public sealed record FindingOnDay(
    Guid Id, Guid WorkId, FindingAspect Aspect, string Description, DateOnly FoundOn, FindingState State, FindingGrade Grade, DateOnly? FollowUpBy, DateOnly? FollowedUpOn, DateOnly? ClosedOn,
    DateTimeOffset? AtInspectorateSince)
{
    /// <summary>Answered, or overdue.</summary>
    public bool IsDue(DateOnly day) => FollowUpBy is { } last && (FollowedUpOn is not null || (State == FindingState.Open && last < day));
}

/// <summary>A report that followed a work on a day.</summary>
/// <param name="Stars">What its reporter gave last; null without.</param>
public sealed record ReportOnDay(Guid WorkId, bool Resolved, int? Stars);

/// <summary>Reads what was known at the end of a day in Kediri: three queries, whatever the number of works.</summary>
internal static class WorksOnDay
{
    /// <param name="db">Where they are kept.</param>
    /// <param name="year">Of the budget.</param>
    /// <param name="wards">Codes of kelurahan.</param>
    /// <param name="day">Seen from its end; today is seen from now.</param>
    /// <param name="ct">Ends the reading.</param>
    public static async Task<IReadOnlyList<WorkOnDay>> Read(AppDb db, int year, string[] wards, DateOnly day, CancellationToken ct)
    {
        var end = IndonesianDate.Midnight(day.AddDays(1));
        var works = await db.Database.SqlQuery<WorkRow>($"""
            SELECT w.id, w.kelurahan_code, w.title, w.unit, e.stage, e.after_plan_number AS plan_number, e.after_volume AS volume, e.after_realised_volume AS realised_volume, e.after_ends_on AS ends_on,
                   e.after_completed_on AS completed_on, e.after_planned_total AS planned, e.after_realised_total AS realised, e.after_beneficiaries AS beneficiaries, e.after_reached_beneficiaries AS reached_beneficiaries
            FROM works w CROSS JOIN LATERAL (SELECT * FROM work_events e WHERE e.work_id = w.id AND e.at < {end} ORDER BY e.version DESC LIMIT 1) e
            WHERE w.year = {year} AND w.kelurahan_code = ANY({wards}) AND e.stage NOT IN ('Proposed', 'Cancelled')
            """).ToListAsync(ct);
        var ids = works.Select(work => work.Id).ToArray();
        var findings = (await db.Database.SqlQuery<FindingRow>($"""
            SELECT f.id, f.work_id, f.aspect, f.description, f.found_on, e.after_state AS state, e.after_grade AS grade, e.after_follow_up_by AS follow_up_by, e.after_followed_up_on AS followed_up_on,
                   e.after_closed_on AS closed_on, i.since AS at_inspectorate_since
            FROM findings f CROSS JOIN LATERAL (SELECT * FROM finding_events e WHERE e.finding_id = f.id AND e.at < {end} ORDER BY e.version DESC LIMIT 1) e
            -- the Inspektorat's since it was serious or its day went by, unless it has become minor after that
            CROSS JOIN LATERAL (
                SELECT min(i.at) AS since FROM finding_events i
                WHERE i.finding_id = f.id AND i.version <= e.version AND (i.step = 'Escalate' OR i.after_grade = 'Serious')
                  AND NOT EXISTS (SELECT 1 FROM finding_events m WHERE m.finding_id = f.id AND m.version > i.version AND m.version <= e.version AND m.step = 'Regrade' AND m.after_grade = 'Minor')) i
            WHERE f.work_id = ANY({ids})
            """).ToListAsync(ct)).ToLookup(finding => finding.WorkId);
        var reports = (await db.Database.SqlQuery<ReportOnDay>($"""
            SELECT l.work_id, e.status IN ('Resolved', 'Closed') AND EXISTS (SELECT 1 FROM report_events r WHERE r.report_id = l.report_id AND r.status = 'Resolved' AND r.at < {end}) AS resolved,
                   (SELECT r.stars FROM report_ratings r WHERE r.report_id = l.report_id AND r.at < {end} ORDER BY r.sequence DESC LIMIT 1) AS stars
            FROM work_links l CROSS JOIN LATERAL (SELECT e.status FROM report_events e WHERE e.report_id = l.report_id AND e.at < {end} ORDER BY e.sequence DESC LIMIT 1) e
            WHERE l.work_id = ANY({ids}) AND l.linked_at < {end} AND (l.unlinked_at IS NULL OR l.unlinked_at >= {end})
            """).ToListAsync(ct)).ToLookup(report => report.WorkId);
        return
        [
            .. works.OrderBy(work => work.KelurahanCode, StringComparer.Ordinal).ThenBy(work => work.Id).Select(work => new WorkOnDay(
                work.Id, work.KelurahanCode, work.Title, work.Unit, Enum.Parse<WorkStage>(work.Stage), work.PlanNumber, work.Volume, work.RealisedVolume, work.EndsOn, work.CompletedOn, work.Planned, work.Realised,
                work.Beneficiaries, work.ReachedBeneficiaries,
                [.. findings[work.Id].OrderBy(finding => finding.Id).Select(finding => finding.Told)], [.. reports[work.Id]])),
        ];
    }

    private sealed record WorkRow(
        Guid Id, string KelurahanCode, string Title, string Unit, string Stage, int PlanNumber, decimal Volume, decimal? RealisedVolume, DateOnly EndsOn, DateOnly? CompletedOn, long Planned, long Realised,
        int Beneficiaries, int? ReachedBeneficiaries);

    private sealed record FindingRow(
        Guid Id, Guid WorkId, string Aspect, string Description, DateOnly FoundOn, string State, string Grade, DateOnly? FollowUpBy, DateOnly? FollowedUpOn, DateOnly? ClosedOn,
        DateTimeOffset? AtInspectorateSince)
    {
        public FindingOnDay Told =>
            new(Id, WorkId, Enum.Parse<FindingAspect>(Aspect), Description, FoundOn, Enum.Parse<FindingState>(State), Enum.Parse<FindingGrade>(Grade), FollowUpBy, FollowedUpOn, ClosedOn, AtInspectorateSince);
    }
}
