using KediriLapor.Accounts;
using KediriLapor.Merata;
using KediriLapor.Merata.Model;
using KediriLapor.Monev.Indicators;
using KediriLapor.Monev.Model;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using MediatR;

namespace KediriLapor.Monev;

/// <summary>How a budget year goes in an area, as it was known at the end of a day: asked again for that day, it says the same.</summary>
internal sealed record ShowMonevReport(int? Year, DateOnly? AsOf, string? Area) : IQuery<MonevReport>;

/// <param name="Area">A kelurahan or a kecamatan; null for all that the reader may see.</param>
/// <param name="Total">Of the whole area.</param>
/// <param name="Indicators">Of the whole area, with their definitions.</param>
/// <param name="Kecamatan">Of the area; empty where it is a part of one.</param>
/// <param name="Kelurahan">Of the area, those with works.</param>
/// <param name="Works">All of them, by ward.</param>
/// <param name="Findings">All of them, what is open first.</param>
public sealed record MonevReport(
    int Year, DateOnly AsOf, Named? Area, MonevArea Total, IReadOnlyList<IndicatorFigure> Indicators, IReadOnlyList<MonevArea> Kecamatan, IReadOnlyList<MonevArea> Kelurahan, IReadOnlyList<MonevWork> Works,
    IReadOnlyList<MonevFinding> Findings);

/// <param name="Area">Null for the total.</param>
/// <param name="Late">How many should be complete by then and were not.</param>
/// <param name="Planned">Rupiah.</param>
/// <param name="Realised">Rupiah, so far.</param>
/// <param name="Values">Of the indicators, in their order.</param>
public sealed record MonevArea(Named? Area, int Works, int Complete, int Late, long Planned, long Realised, int OpenFindings, int SeriousFindings, IReadOnlyList<MonevValue> Values);

public sealed record MonevValue(string Code, decimal? Value, IndicatorVerdict? Verdict);

/// <summary>How a work departs from its plan.</summary>
public enum Deviation
{
    Late,

    /// <summary>More was spent than planned.</summary>
    Overspent,

    /// <summary>What was built is not within five per cent of the plan.</summary>
    Volume,

    /// <summary>Fewer people were reached than it was for.</summary>
    Beneficiaries,

    OpenFinding,

    SeriousFinding,
}

/// <param name="Planned">Rupiah.</param>
/// <param name="Realised">Rupiah, so far.</param>
/// <param name="PlanNumber">How often it was planned anew, plus one.</param>
public sealed record MonevWork(
    Guid Id, Named Kelurahan, string Title, WorkStage Stage, decimal Volume, decimal? RealisedVolume, string Unit, long Planned, long Realised, DateOnly EndsOn, DateOnly? CompletedOn, int DaysLate, int PlanNumber,
    int Beneficiaries, int? ReachedBeneficiaries, int LinkedReports, int LinkedReportsResolved, IReadOnlyList<Deviation> Deviations)
{
    internal static MonevWork Of(WorkOnDay work, City city, DateOnly day) => new(
        work.Id, city.KelurahanNamed(work.KelurahanCode)!, work.Title, work.Stage, work.Volume, work.RealisedVolume, work.Unit, work.Planned, work.Realised, work.EndsOn, work.CompletedOn, work.DaysLate(day),
        work.PlanNumber, work.Beneficiaries, work.ReachedBeneficiaries, work.Reports.Count, work.Reports.Count(report => report.Resolved), [.. Departures(work, day)]);

    private static IEnumerable<Deviation> Departures(WorkOnDay work, DateOnly day)
    {
        var open = work.Findings.Where(finding => finding.State != FindingState.Closed).ToArray();
        (bool Is, Deviation Departure)[] all =
        [
            (work.DaysLate(day) > 0, Deviation.Late),
            (work.Realised > work.Planned, Deviation.Overspent),
            (work.KeepsVolume == false, Deviation.Volume),
            (work.Stage == WorkStage.Evaluated && work.ReachedBeneficiaries < work.Beneficiaries, Deviation.Beneficiaries),
            (Array.Exists(open, finding => finding.Grade == FindingGrade.Minor), Deviation.OpenFinding),
            (Array.Exists(open, finding => finding.Grade == FindingGrade.Serious), Deviation.SeriousFinding),
        ];
        return all.Where(one => one.Is).Select(one => one.Departure);
    }
}

/// <param name="DaysLate">By which the answer was late, or came late.</param>
/// <param name="AtInspectorateSince">Since when it was the Inspektorat's; null where it was not.</param>
public sealed record MonevFinding(
    Guid Id, Guid WorkId, string WorkTitle, Named Kelurahan, FindingAspect Aspect, FindingGrade Grade, FindingState State, string Description, DateOnly FoundOn, DateOnly? FollowUpBy, DateOnly? FollowedUpOn,
    DateOnly? ClosedOn, int DaysLate, DateTimeOffset? AtInspectorateSince);

internal sealed class ShowMonevReportHandler(AppDb db, CityWatch watch, CurrentActor actor, TimeProvider time) : IRequestHandler<ShowMonevReport, MonevReport>
{
    public async Task<MonevReport> Handle(ShowMonevReport request, CancellationToken cancellationToken)
    {
        var (city, view) = (watch.Current, Seen(MonevView.Of(request.Year, request.AsOf, request.Area, watch.Current, time.Now())));
        var (works, indicators) = (await view.Works(db, cancellationToken), await view.Indicators(db, cancellationToken));
        var tally = Tally.Of(works, view.Day);
        return new MonevReport(
            view.Year, view.Day, view.Area, AreaOf(null, works), [.. indicators.Select(indicator => IndicatorFigure.From(indicator, tally))],
            view.Area is null ? Parts(works, work => city.KecamatanNamed(work.KelurahanCode)!) : [], Parts(works, work => city.KelurahanNamed(work.KelurahanCode)!),
            [.. works.Select(work => MonevWork.Of(work, city, view.Day))],
            [
                .. works.SelectMany(work => work.Findings, (work, finding) => new MonevFinding(
                        finding.Id, work.Id, work.Title, city.KelurahanNamed(work.KelurahanCode)!, finding.Aspect, finding.Grade, finding.State, finding.Description, finding.FoundOn, finding.FollowUpBy,
                        finding.FollowedUpOn, finding.ClosedOn, Finding.DaysLate(finding.State, finding.FollowUpBy, finding.FollowedUpOn, view.Day), finding.AtInspectorateSince))
                    .OrderBy(finding => finding.State).ThenByDescending(finding => finding.Grade).ThenBy(finding => finding.FollowUpBy).ThenBy(finding => finding.Id),
            ]);

        MonevArea[] Parts(IEnumerable<WorkOnDay> all, Func<WorkOnDay, Named> area) =>
            [.. all.GroupBy(work => area(work)).OrderBy(part => part.Key.Name, StringComparer.Ordinal).Select(part => AreaOf(part.Key, [.. part]))];

        MonevArea AreaOf(Named? area, IReadOnlyList<WorkOnDay> part)
        {
            var counted = Tally.Of(part, view.Day);
            var open = part.SelectMany(work => work.Findings).Where(finding => finding.State != FindingState.Closed).ToArray();
            return new MonevArea(
                area, part.Count, (int)counted[Measure.WorksComplete], part.Count(work => work.Stage < WorkStage.Completed && work.DaysLate(view.Day) > 0), (long)counted[Measure.PlannedMoney], (long)counted[Measure.RealisedMoney],
                open.Length, open.Count(finding => finding.Grade == FindingGrade.Serious),
                [.. indicators.Select(indicator => new MonevValue(indicator.Code, indicator.Value(counted), indicator.Verdict(counted)))]);
        }
    }

    /// <summary>An area's own people see theirs; what is not all theirs is to them no area.</summary>
    private MonevView Seen(MonevView view)
    {
        if (actor.Value.SeesAll())
        {
            return view;
        }

        var own = view.Wards.Intersect(actor.Value.Agencies).ToArray();
        return own.Length == 0 || (view.Area is not null && own.Length < view.Wards.Length)
            ? throw new RuleViolation("unknown_value", StatusCodes.Status400BadRequest, "area")
            : view with { Wards = own };
    }
}
