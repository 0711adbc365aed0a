using KediriLapor.Accounts;
using KediriLapor.Platform;

namespace KediriLapor.Merata.Model;

/// <content>Plan, money, files and reports.</content>
public sealed partial class Work
{
    /// <summary>In which a plan binds and can still be changed, with a reason.</summary>
    private static readonly WorkStage[] Bound = [WorkStage.Planned, WorkStage.Contracted, WorkStage.Started, WorkStage.Halfway, WorkStage.Completed];

    private static readonly WorkStage[] Spending = [WorkStage.Contracted, WorkStage.Started, WorkStage.Halfway, WorkStage.Completed, WorkStage.HandedOver];

    public bool MayBeChanged => Stage == WorkStage.Proposed || Bound.Contains(Stage);

    public bool MayBeRealised => Spending.Contains(Stage);

    /// <summary>Whether a report may begin to follow it.</summary>
    public bool MayBeFollowed => Stage is not (WorkStage.Cancelled or WorkStage.Evaluated);

    /// <summary>Writes it anew. Once a plan binds, another plan is a numbered version with its reason.</summary>
    /// <exception cref="RuleViolation"><c>work_settled</c> (409), <c>work_reason_required</c>, <c>budget_line_spent</c>, <c>work_budget_required</c>.</exception>
    public void Change(WorkFacts facts, WorkPlan plan, string? reason, Actor by, DateTimeOffset now)
    {
        if (!MayBeChanged)
        {
            throw new RuleViolation("work_settled", StatusCodes.Status409Conflict);
        }

        var binds = Stage != WorkStage.Proposed && !plan.IsSameAs(Plan);
        if (binds && reason is not { Length: >= ReasonMin })
        {
            throw new RuleViolation("work_reason_required", field: "reason");
        }

        if (binds && plan.Total == 0)
        {
            throw new RuleViolation("work_budget_required", field: "budget");
        }

        if (Budget.Exists(line => line.Realised > 0 && plan.Budget.All(other => other.Name != line.Name)))
        {
            throw new RuleViolation("budget_line_spent", field: "budget");
        }

        (Title, Kind, Description) = (facts.Title, facts.Kind, facts.Description);
        Take(plan, reason);
        if (binds)
        {
            PlanNumber++;
            plans.Add(new WorkPlanVersion(this, plan, reason, by.Name, now));
        }

        Record(new WorkEvent(Next(), WorkEventKind.Changed, by, now) { Reason = binds ? reason : null, PlanNumber = binds ? PlanNumber : null });
    }

    /// <summary>Tells what was spent and built so far; lines that are not named stay as they are.</summary>
    /// <exception cref="RuleViolation">
    /// <c>work_not_running</c> (409); <c>unknown_line</c>, <c>duplicate_line</c>, <c>out_of_range</c>, <c>overrun_reason_required</c> with the line's place in the list.
    /// </exception>
    public void Realise(IReadOnlyList<SpentLine> spent, decimal? volume, Actor by, DateTimeOffset now)
    {
        if (!MayBeRealised)
        {
            throw new RuleViolation("work_not_running", StatusCodes.Status409Conflict);
        }

        var lines = Budget.ToDictionary(line => line.Name);
        var told = new HashSet<string>();
        for (var i = 0; i < spent.Count; i++)
        {
            var line = lines.GetValueOrDefault(spent[i].Name) ?? throw new RuleViolation("unknown_line", field: $"budget[{i}].name");
            if (!told.Add(line.Name))
            {
                throw new RuleViolation("duplicate_line", field: $"budget[{i}].name");
            }

            RequireMoney(spent[i].Realised, $"budget[{i}].realised");
            var over = spent[i].Realised > line.Planned;
            if (over && spent[i].Reason is not { Length: >= ReasonMin })
            {
                throw new RuleViolation("overrun_reason_required", field: $"budget[{i}].reason").With("planned", line.Planned);
            }

            lines[line.Name] = line with { Realised = spent[i].Realised, Reason = over ? spent[i].Reason : null };
        }

        Budget = [.. Budget.Select(line => lines[line.Name])];
        RealisedVolume = volume ?? RealisedVolume;
        Total();
        Record(new WorkEvent(Next(), WorkEventKind.Realised, by, now));
    }

    /// <summary>Takes uploads in, without a word of its own in the history: a move or <see cref="AddFiles"/> says it.</summary>
    /// <exception cref="RuleViolation"><c>too_many</c>.</exception>
    public void Attach(IEnumerable<Guid> ids, WorkPhotoTag? photo, WorkDocumentKind? document, Actor by, DateTimeOffset now, string field)
    {
        files.AddRange(ids.Select(id => new WorkFile(this, id, photo, document, by.Name, now)));
        if (files.Count(file => file.RemovedAt is null) > FilesMax)
        {
            throw new RuleViolation("too_many", field: field).With("max", FilesMax);
        }
    }

    public void AddFiles(Actor by, DateTimeOffset now, string? note) => Record(new WorkEvent(Next(), WorkEventKind.FilesAdded, by, now) { Note = note });

    /// <summary>Takes a file away from everybody: a face in it, or the wrong place.</summary>
    /// <exception cref="RuleViolation"><c>not_found</c> (404), <c>work_reason_required</c>; <c>work_photo_required</c> or <c>work_document_required</c> (409) where the stage stands on it.</exception>
    public void RemoveFile(Guid id, string reason, Actor by, DateTimeOffset now)
    {
        var file = files.Find(one => one.Id == id && one.RemovedAt is null) ?? throw RuleViolation.NotFound();
        file.Remove(now);
        foreach (var edge in WorkEdges.All.Where(edge => (edge.Demands & (WorkDemand.Photo | WorkDemand.Document)) != 0 && Stage != WorkStage.Cancelled && Reached(edge.To)))
        {
            if ((edge.To.Photo() is { } tag && file.Photo == tag && !files.Exists(one => one.Photo == tag && one.RemovedAt is null))
                || (edge.Demands.HasFlag(WorkDemand.Document) && file.Document == edge.To.Paper() && !files.Exists(one => one.Document == file.Document && one.RemovedAt is null)))
            {
                throw new RuleViolation(file.Photo is null ? "work_document_required" : "work_photo_required", StatusCodes.Status409Conflict);
            }
        }

        Record(new WorkEvent(Next(), WorkEventKind.FileRemoved, by, now) { Reason = reason });
    }

    /// <summary>Lets a report follow this work to its end.</summary>
    /// <exception cref="RuleViolation"><c>work_over</c> (409).</exception>
    public WorkLink Link(Guid reportId, Actor by, DateTimeOffset now)
    {
        if (!MayBeFollowed)
        {
            throw new RuleViolation("work_over", StatusCodes.Status409Conflict);
        }

        Record(new WorkEvent(Next(), WorkEventKind.ReportLinked, by, now) { ReportId = reportId });
        return new WorkLink(this, reportId, by.Name, now);
    }

    public void Unlink(WorkLink link, string reason, Actor by, DateTimeOffset now)
    {
        link.End(now);
        Record(new WorkEvent(Next(), WorkEventKind.ReportUnlinked, by, now) { ReportId = link.ReportId, Reason = reason });
    }

    /// <summary>What happened last, for a report that is to hear of it.</summary>
    public WorkNews NewsFor(Guid reportId) => new(this, reportId);

    /// <exception cref="RuleViolation"><c>out_of_range</c> below zero, and where somebody typed too many digits.</exception>
    internal static void RequireMoney(long rupiah, string field)
    {
        if (rupiah is < 0 or > MoneyMax)
        {
            throw new RuleViolation("out_of_range", field: field).With("max", MoneyMax);
        }
    }

    private void Take(WorkPlan plan, string? reason = null)
    {
        (Volume, Unit, StartsOn, EndsOn, Address, Beneficiaries) = (plan.Volume, plan.Unit, plan.StartsOn, plan.EndsOn, plan.Address, plan.Beneficiaries);
        Path = [.. plan.Path];
        var told = Budget.ToDictionary(line => line.Name);
        Budget = [.. plan.Budget.Select(line => told.TryGetValue(line.Name, out var before)
            ? before with { Planned = line.Planned, Reason = before.Realised > line.Planned ? before.Reason ?? reason : null }
            : new WorkLine(line.Name, line.Planned, null, null))];
        Total();
    }

    private void Total() => (PlannedTotal, RealisedTotal) = (Budget.Sum(line => line.Planned), Budget.Sum(line => line.Realised ?? 0));
}
