using KediriLapor.Accounts;
using KediriLapor.Platform;
using KediriLapor.Reports.Model;

namespace KediriLapor.CallCentre.Model;

public enum DispatchState
{
    Open,
    Done,
    Cancelled,
}

/// <summary>What is said with a step of a unit.</summary>
/// <param name="At">When it was taken; null for now. Heard by radio it is often some minutes ago.</param>
/// <param name="Found">What was found on the scene.</param>
/// <param name="SuccessorCode">A unit of the city that takes over.</param>
/// <param name="SuccessorName">Anybody else who does.</param>
public sealed record StepWords(DateTimeOffset? At, string? Reason, string? Found, string? SuccessorCode, string? SuccessorName);

/// <summary>
/// An emergency and the units that were sent to it. The only place where they move: every change goes through <see cref="Record"/>,
/// which bumps <see cref="Version"/> and appends one row of history. Its clock is in minutes and knows no calendar.
/// </summary>
public sealed class EmergencyDispatch
{
    public const int NoteMax = 2000;
    public const int ReasonMax = 500;
    public const int FoundMax = 2000;
    public const int NameMax = 200;
    public const int UnitsMax = 12;
    public const int CallsMax = 50;

    /// <summary>Minutes to be on scene where the service promises none.</summary>
    public const int TargetDefault = 30;

    private readonly List<DispatchUnit> units = [];
    private readonly List<DispatchEvent> history = [];
    private readonly List<DispatchHandOver> handOvers = [];

    private EmergencyDispatch()
    {
    }

    public Guid Id { get; private init; }

    public string ServiceCode { get; private init; } = "";

    public Place Place { get; private set; } = null!;

    /// <summary>What the units have to know. No name, no number.</summary>
    public string? Note { get; private set; }

    public Guid? ReportId { get; private set; }

    public DispatchState State { get; private set; }

    /// <summary>When the first call about it came.</summary>
    public DateTimeOffset ReceivedAt { get; private init; }

    public int TargetMinutes { get; private init; }

    /// <summary>When somebody has to be on scene.</summary>
    public DateTimeOffset DueAt { get; private init; }

    public DateTimeOffset? FirstOnSceneAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<DispatchUnit> Units => units;

    public IReadOnlyList<DispatchEvent> History => history;

    public IReadOnlyList<DispatchHandOver> HandOvers => handOvers;

    /// <summary>All who were asked have declined or were called off: somebody must be found.</summary>
    public bool Unattended => State == DispatchState.Open && units.TrueForAll(unit => unit.Step.IsOver());

    /// <param name="receivedAt">Of the earliest call.</param>
    /// <param name="agencies">The first leads, the others support.</param>
    public static EmergencyDispatch Start(
        string serviceCode, Place place, string? note, Guid? reportId, int? targetMinutes, IReadOnlyList<string> agencies, DateTimeOffset receivedAt, Actor actor, DateTimeOffset now)
    {
        var minutes = targetMinutes ?? TargetDefault;
        var dispatch = new EmergencyDispatch
        {
            Id = Guid.CreateVersion7(now),
            ServiceCode = serviceCode,
            Place = place,
            Note = note,
            ReportId = reportId,
            ReceivedAt = receivedAt,
            TargetMinutes = minutes,
            DueAt = receivedAt.AddMinutes(minutes),
        };
        foreach (var (i, agency) in agencies.Index())
        {
            dispatch.units.Add(new DispatchUnit(dispatch.Id, agency, i == 0 ? UnitRole.Lead : UnitRole.Support, now));
        }

        dispatch.Record(DispatchEventType.Started, actor, now, agencies[0], note: note);
        return dispatch;
    }

    /// <summary>One unit more.</summary>
    /// <exception cref="RuleViolation"><c>dispatch_over</c>, <c>unit_already_asked</c>, <c>lead_already</c> (409), <c>too_many</c>.</exception>
    public void Ask(string agencyCode, UnitRole role, Actor actor, DateTimeOffset now)
    {
        RequireOpen();
        if (units.Exists(unit => unit.AgencyCode == agencyCode))
        {
            throw new RuleViolation("unit_already_asked", StatusCodes.Status409Conflict, "agencyCode");
        }

        if (role == UnitRole.Lead && units.Exists(unit => unit.Role == UnitRole.Lead && unit.Step is not (UnitStep.Declined or UnitStep.StoodDown)))
        {
            throw new RuleViolation("lead_already", StatusCodes.Status409Conflict, "role");
        }

        Add(agencyCode, role, now);
        Record(DispatchEventType.UnitAsked, actor, now, agencyCode, UnitStep.Received);
    }

    /// <summary>One step of one unit, along <see cref="UnitSteps"/>.</summary>
    public void Move(string agencyCode, UnitStep to, StepWords words, StepTaker takers, Actor actor, DateTimeOffset now)
    {
        RequireOpen();
        var unit = units.Find(one => one.AgencyCode == agencyCode) ?? throw RuleViolation.NotFound();
        var edge = UnitSteps.From(unit.Step).FirstOrDefault(one => one.To == to && (one.Takers & takers) != 0)
            ?? throw new RuleViolation("step_not_allowed", StatusCodes.Status409Conflict, "step").With("allowedNext", unit.Next(takers));
        Satisfy(edge, words, agencyCode);
        var at = words.At?.ToUniversalTime() ?? now;
        if (at > now + Call.ClockSkew || at < unit.StepAt)
        {
            throw new RuleViolation("out_of_range", field: "at").With("notBefore", unit.StepAt);
        }

        at = at > now ? now : at;
        unit.Enter(to, at);
        if (to == UnitStep.Received && units.Exists(other => other != unit && other.Role == UnitRole.Lead && !other.Step.IsOver()))
        {
            unit.Support();
        }

        if (to == UnitStep.OnScene)
        {
            FirstOnSceneAt = FirstOnSceneAt is { } first && first < at ? first : at;
        }

        if (words.SuccessorCode is { } successor && to == UnitStep.HandedOver)
        {
            Succeed(successor, unit.Role, now);
        }

        Record(DispatchEventType.UnitMoved, actor, now, agencyCode, to, at, words.Reason ?? words.Found);
        if (edge.Demands.HasFlag(StepDemand.Found) || to == UnitStep.HandedOver)
        {
            handOvers.Add(new DispatchHandOver(this, agencyCode, words, actor, at));
        }

        if (units.TrueForAll(one => one.Step.IsOver()) && units.Exists(one => one.Step is UnitStep.Done or UnitStep.HandedOver))
        {
            (State, EndedAt) = (DispatchState.Done, at);
        }
    }

    /// <summary>What became known later: where it is, what waits there, which report it belongs to. What is null stays.</summary>
    /// <exception cref="RuleViolation"><c>dispatch_over</c> (409), <c>dispatch_has_report</c> (409).</exception>
    public void Change(Place? place, string? note, Guid? reportId, Actor actor, DateTimeOffset now)
    {
        if (place is not null || note is not null)
        {
            RequireOpen();
        }

        if (reportId is not null && ReportId is not null && reportId != ReportId)
        {
            throw new RuleViolation("dispatch_has_report", StatusCodes.Status409Conflict, "reportId");
        }

        (Place, Note, ReportId) = (place ?? Place, note ?? Note, reportId ?? ReportId);
        Record(DispatchEventType.Changed, actor, now, note: note);
    }

    /// <summary>Another call about the same.</summary>
    public void Join(Call call, Actor actor, DateTimeOffset now)
    {
        call.JoinDispatch(Id, actor, now);
        Record(DispatchEventType.CallJoined, actor, now);
    }

    /// <summary>A false alarm, or one that needs nobody any more: every unit that is still busy is called off.</summary>
    public void Cancel(string reason, Actor actor, DateTimeOffset now)
    {
        RequireOpen();
        foreach (var unit in units.Where(unit => !unit.Step.IsOver()))
        {
            unit.Enter(UnitStep.StoodDown, now);
        }

        (State, EndedAt) = (DispatchState.Cancelled, now);
        Record(DispatchEventType.Cancelled, actor, now, note: reason);
    }

    private static void Satisfy(UnitEdge edge, StepWords words, string agencyCode)
    {
        if (edge.Demands.HasFlag(StepDemand.Reason) && words.Reason is null)
        {
            throw new RuleViolation("required", field: "reason");
        }

        if (edge.Demands.HasFlag(StepDemand.Found) && words.Found is null)
        {
            throw new RuleViolation("required", field: "found");
        }

        var named = (words.SuccessorCode is null ? 0 : 1) + (words.SuccessorName is null ? 0 : 1);
        if (edge.Demands.HasFlag(StepDemand.Successor) ? named != 1 : words.SuccessorCode is not null)
        {
            throw new RuleViolation("successor_needed", field: "handedTo");
        }

        if (words.SuccessorCode == agencyCode)
        {
            throw new RuleViolation("successor_needed", field: "handedTo.agencyCode");
        }
    }

    private void Succeed(string agencyCode, UnitRole role, DateTimeOffset now)
    {
        if (units.Find(unit => unit.AgencyCode == agencyCode) is not { } there)
        {
            Add(agencyCode, role, now);
        }
        else
        {
            there.Take(role, now);
        }
    }

    private void Add(string agencyCode, UnitRole role, DateTimeOffset now)
    {
        if (units.Count >= UnitsMax)
        {
            throw new RuleViolation("too_many", field: "agencyCode").With("max", UnitsMax);
        }

        units.Add(new DispatchUnit(Id, agencyCode, role, now));
    }

    private void RequireOpen()
    {
        if (State != DispatchState.Open)
        {
            throw new RuleViolation("dispatch_over", StatusCodes.Status409Conflict);
        }
    }

    private void Record(DispatchEventType type, Actor actor, DateTimeOffset now, string? agencyCode = null, UnitStep? step = null, DateTimeOffset? happenedAt = null, string? note = null)
    {
        Version++;
        history.Add(new DispatchEvent(this, type, actor, now, agencyCode, step, happenedAt ?? now, note));
    }
}
