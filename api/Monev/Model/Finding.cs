using KediriLapor.Accounts;
using KediriLapor.Platform;

namespace KediriLapor.Monev.Model;

/// <summary>What was found when a work was examined. Only this class changes it, along <see cref="FindingEdges"/>; each change is one row of its history.</summary>
public sealed class Finding
{
    public const int DescriptionMin = 10;
    public const int DescriptionMax = 2000;
    public const int NoteMin = 5;
    public const int NoteMax = 1000;

    /// <summary>Within which what was found is to be answered, counted from the day it is asked for (Law 15/2004, article 20: sixty days after the report of an examination).</summary>
    public const int DaysToAnswer = 60;

    private readonly List<FindingEvent> history = [];

    private Finding()
    {
    }

    public Guid Id { get; private init; }

    public Guid WorkId { get; private init; }

    /// <summary>Of the work.</summary>
    public string KelurahanCode { get; private init; } = "";

    public FindingAspect Aspect { get; private init; }

    public FindingGrade Grade { get; private set; }

    public FindingState State { get; private set; }

    public string Description { get; private init; } = "";

    /// <summary>The day of the examination.</summary>
    public DateOnly FoundOn { get; private init; }

    /// <summary>The last day on which the ward's answer is in time; null where nothing was found.</summary>
    public DateOnly? FollowUpBy { get; private set; }

    /// <summary>When the ward answered; null while it has not, or when the answer did not do.</summary>
    public DateOnly? FollowedUpOn { get; private set; }

    public DateOnly? ClosedOn { get; private set; }

    /// <summary>Since when it is the Inspektorat's: at once where it is serious, and as soon as a day has gone by without an answer.</summary>
    public DateTimeOffset? AtInspectorateSince { get; private set; }

    public DateTimeOffset RecordedAt { get; private init; }

    public int Version { get; private set; }

    public IReadOnlyList<FindingEvent> History => history;

    /// <summary>Who decides on it.</summary>
    public FindingWalker Reviewer => AtInspectorateSince is null ? FindingWalker.Team | FindingWalker.Inspectorate : FindingWalker.Inspectorate;

    /// <param name="workId">A work that has a plan.</param>
    /// <param name="kelurahanCode">Of that work.</param>
    /// <param name="found">As its examiner writes it.</param>
    /// <param name="by">Who examined it.</param>
    /// <param name="now">The present.</param>
    /// <exception cref="RuleViolation"><c>required</c>, <c>out_of_range</c> or <c>not_expected</c>, by its field.</exception>
    public static Finding Record(Guid workId, string kelurahanCode, FoundMatter found, Actor by, DateTimeOffset now)
    {
        var today = IndonesianDate.InWib(now).Day;
        if (found.FoundOn > today || found.FoundOn < today.AddYears(-1))
        {
            throw new RuleViolation("out_of_range", field: "foundOn").With("until", today);
        }

        var clean = found.Grade == FindingGrade.None;
        var finding = new Finding
        {
            Id = Guid.CreateVersion7(now),
            WorkId = workId,
            KelurahanCode = kelurahanCode,
            Aspect = found.Aspect,
            Grade = found.Grade,
            State = clean ? FindingState.Closed : FindingState.Open,
            Description = found.Description,
            FoundOn = found.FoundOn,
            FollowUpBy = clean ? Unexpected(found.FollowUpBy) : Day(found.FollowUpBy, today),
            ClosedOn = clean ? found.FoundOn : null,
            AtInspectorateSince = found.Grade == FindingGrade.Serious ? now : null,
            RecordedAt = now,
        };
        finding.Tell(FindingStep.Record, null, by, now);
        return finding;
    }

    public IEnumerable<FindingEdge> Steps(FindingWalker roles) => FindingEdges.From(State, Reviewer, roles);

    /// <exception cref="RuleViolation"><c>finding_step_not_allowed</c> (409) with <c>allowedSteps</c>; what is missing or will not do, by its field.</exception>
    public void Take(FindingMove move, FindingWalker roles, Actor by, DateTimeOffset now)
    {
        var edge = Steps(roles).FirstOrDefault(one => one.Step == move.Step)
            ?? throw new RuleViolation("finding_step_not_allowed", StatusCodes.Status409Conflict, "step").With("allowedSteps", Steps(roles).Select(one => one.Step).ToArray());
        var today = IndonesianDate.InWib(now).Day;
        if (edge.Demands.HasFlag(FindingDemand.Note) && move.Note is not { Length: >= NoteMin })
        {
            throw new RuleViolation(move.Note is null ? "required" : "too_short", field: "note");
        }

        var day = edge.Demands.HasFlag(FindingDemand.FollowUpBy) ? Day(move.FollowUpBy, today) : Unexpected(move.FollowUpBy) ?? FollowUpBy;
        if (edge.Demands.HasFlag(FindingDemand.Grade))
        {
            Regrade(move.Grade, now);
        }

        (State, FollowUpBy) = (edge.To, day);
        switch (move.Step)
        {
            case FindingStep.FollowUp:
                FollowedUpOn = today;
                break;
            case FindingStep.Return:
                FollowedUpOn = null;
                break;
            case FindingStep.Close:
                ClosedOn = today;
                break;
            case FindingStep.Escalate:
                AtInspectorateSince = now;
                break;
            case FindingStep.Postpone or FindingStep.Regrade or FindingStep.Record:
                break;
        }

        Tell(move.Step, move.Note, by, now);
    }

    /// <summary>Days by which the answer is late, or came late.</summary>
    public static int DaysLate(FindingState state, DateOnly? followUpBy, DateOnly? followedUpOn, DateOnly today) =>
        followUpBy is not { } last ? 0
        : followedUpOn is { } answered ? Math.Max(0, answered.DayNumber - last.DayNumber)
        : state == FindingState.Open ? Math.Max(0, today.DayNumber - last.DayNumber)
        : 0;

    private static DateOnly Day(DateOnly? given, DateOnly today) => given is not { } day ? throw new RuleViolation("required", field: "followUpBy")
        : day < today || day > today.AddDays(DaysToAnswer) ? throw new RuleViolation("out_of_range", field: "followUpBy").With("from", today).With("until", today.AddDays(DaysToAnswer))
        : day;

    private static DateOnly? Unexpected(DateOnly? given) => given is null ? null : throw new RuleViolation("not_expected", field: "followUpBy");

    /// <summary>What is serious goes to the Inspektorat, and what no longer is comes back from it.</summary>
    private void Regrade(FindingGrade? grade, DateTimeOffset now)
    {
        if (grade is null)
        {
            throw new RuleViolation("required", field: "grade");
        }

        if (grade is FindingGrade.None || grade == Grade)
        {
            throw new RuleViolation("out_of_range", field: "grade");
        }

        (Grade, AtInspectorateSince) = (grade.Value, grade == FindingGrade.Serious ? AtInspectorateSince ?? now : null);
    }

    private void Tell(FindingStep step, string? note, Actor by, DateTimeOffset now)
    {
        Version++;
        history.Add(new FindingEvent(this, step, note, by, now));
    }
}

/// <summary>What an examiner writes down.</summary>
/// <param name="FollowUpBy">Needed unless nothing was found.</param>
public sealed record FoundMatter(FindingAspect Aspect, FindingGrade Grade, string Description, DateOnly FoundOn, DateOnly? FollowUpBy);

/// <summary>What comes with a step; which of it is asked for, the edge says.</summary>
public sealed record FindingMove(FindingStep Step, string? Note = null, DateOnly? FollowUpBy = null, FindingGrade? Grade = null);
