using KediriLapor.Merata.Model;
using KediriLapor.Monev.Model;

namespace KediriLapor.Monev.Indicators;

/// <summary>What can be counted of the works of an area and year, at the end of a day. Works are those that have a plan and were not cancelled.</summary>
public enum Measure
{
    Works,

    /// <summary>Complete, whatever came after.</summary>
    WorksComplete,

    /// <summary>Complete, or to be complete by that day: one that is overdue counts.</summary>
    WorksDue,

    /// <summary>Complete no later than the plan that binds says.</summary>
    WorksOnTime,

    WorksHandedOver,

    /// <summary>Handed over, and what was built is within five per cent of the plan.</summary>
    WorksAsLarge,

    /// <summary>Handed over, and no more was spent than planned.</summary>
    WorksWithinBudget,

    /// <summary>Versions of plans after the first.</summary>
    PlanChanges,

    /// <summary>Rupiah.</summary>
    PlannedMoney,

    /// <summary>Rupiah, so far.</summary>
    RealisedMoney,

    WorksExamined,

    /// <summary>Examined, and nothing was found.</summary>
    WorksWithoutFinding,

    /// <summary>Answered, or to be answered by that day.</summary>
    FindingsDue,

    /// <summary>Answered no later than asked.</summary>
    FindingsAnsweredInTime,

    /// <summary>People that evaluated works were for.</summary>
    PlannedBeneficiaries,

    /// <summary>People that evaluated works reached.</summary>
    ReachedBeneficiaries,

    /// <summary>Reports that follow works that are complete.</summary>
    LinkedReports,

    /// <summary>Of these, those resolved.</summary>
    LinkedReportsResolved,

    /// <summary>Reporters of resolved linked reports who gave stars.</summary>
    Ratings,

    /// <summary>What they gave together.</summary>
    Stars,
}

/// <summary>Measures of some works; those of an area are the sum of its parts.</summary>
public sealed class Tally
{
    /// <summary>Fewer ratings than this are not told: single persons could be known.</summary>
    public const int SmallCell = 5;

    private readonly decimal[] counts = new decimal[Enum.GetValues<Measure>().Length];

    public decimal this[Measure measure] => counts[(int)measure];

    public static Tally Of(IEnumerable<WorkOnDay> works, DateOnly day)
    {
        var tally = new Tally();
        foreach (var work in works)
        {
            tally.Add(work, day);
        }

        return tally;
    }

    private void Add(WorkOnDay work, DateOnly day)
    {
        var (complete, handedOver, evaluated) = (work.Stage >= WorkStage.Completed, work.Stage >= WorkStage.HandedOver, work.Stage == WorkStage.Evaluated);
        var findings = work.Findings;
        Count(Measure.Works);
        Count(Measure.WorksComplete, complete);
        Count(Measure.WorksDue, complete || work.EndsOn < day);
        Count(Measure.WorksOnTime, complete && work.CompletedOn <= work.EndsOn);
        Count(Measure.WorksHandedOver, handedOver);
        Count(Measure.WorksAsLarge, work.KeepsVolume == true);
        Count(Measure.WorksWithinBudget, handedOver && work.Realised <= work.Planned);
        Sum(Measure.PlanChanges, work.PlanNumber - 1);
        Sum(Measure.PlannedMoney, work.Planned);
        Sum(Measure.RealisedMoney, work.Realised);
        Count(Measure.WorksExamined, findings.Count > 0);
        Count(Measure.WorksWithoutFinding, findings.Count > 0 && findings.All(finding => finding.Grade == FindingGrade.None));
        Sum(Measure.FindingsDue, findings.Count(finding => finding.IsDue(day)));
        Sum(Measure.FindingsAnsweredInTime, findings.Count(finding => finding.FollowedUpOn <= finding.FollowUpBy));
        Sum(Measure.PlannedBeneficiaries, evaluated ? work.Beneficiaries : 0);
        Sum(Measure.ReachedBeneficiaries, evaluated ? work.ReachedBeneficiaries ?? 0 : 0);
        if (complete)
        {
            Sum(Measure.LinkedReports, work.Reports.Count);
            Sum(Measure.LinkedReportsResolved, work.Reports.Count(report => report.Resolved));
            Sum(Measure.Ratings, work.Reports.Count(report => report is { Resolved: true, Stars: not null }));
            Sum(Measure.Stars, work.Reports.Where(report => report.Resolved).Sum(report => report.Stars ?? 0));
        }

        void Count(Measure measure, bool counts = true) => Sum(measure, counts ? 1 : 0);

        void Sum(Measure measure, decimal by) => counts[(int)measure] += by;
    }
}
