namespace KediriLapor.Merata.Model;

/// <summary>WGS84 degrees.</summary>
public sealed record WorkPoint(double Lat, double Lng);

/// <param name="Planned">Rupiah.</param>
public sealed record WorkBudgetLine(string Name, long Planned);

/// <summary>What is promised: how much of what, for how much, from when until when, where, for how many.</summary>
/// <param name="Unit">Of the volume, such as <c>m</c> or <c>titik</c>.</param>
/// <param name="Path">One point, or a line; empty where the work has no place.</param>
/// <param name="Beneficiaries">People.</param>
public sealed record WorkPlan(
    decimal Volume, string Unit, DateOnly StartsOn, DateOnly EndsOn, string Address, IReadOnlyList<WorkPoint> Path, int Beneficiaries, IReadOnlyList<WorkBudgetLine> Budget)
{
    /// <summary>Rupiah.</summary>
    public long Total => Budget.Sum(line => line.Planned);

    /// <summary>By value, lists included; an empty list is one object, so what is left are the other fields.</summary>
    public bool IsSameAs(WorkPlan other) =>
        this with { Path = [], Budget = [] } == other with { Path = [], Budget = [] } && Path.SequenceEqual(other.Path) && Budget.SequenceEqual(other.Budget);
}

/// <summary>A plan that binds, or did. Version 1 is what stood in the DPA first; rows are only ever added.</summary>
public sealed class WorkPlanVersion
{
    private WorkPlanVersion()
    {
    }

    internal WorkPlanVersion(Work work, WorkPlan plan, string? reason, string by, DateTimeOffset now) =>
        (WorkId, Number, Plan, Reason, ActorName, At) = (work.Id, work.PlanNumber, plan, reason, by, now);

    public Guid WorkId { get; private init; }

    /// <summary>1, 2, 3 …</summary>
    public int Number { get; private init; }

    public WorkPlan Plan { get; private init; } = null!;

    /// <summary>Why it differs from the one before; everybody reads it. Null for the first.</summary>
    public string? Reason { get; private init; }

    /// <summary>Shown to colleagues only.</summary>
    public string ActorName { get; private init; } = "";

    public DateTimeOffset At { get; private init; }
}

/// <summary>A line of the budget, as planned and as spent.</summary>
/// <param name="Planned">Rupiah.</param>
/// <param name="Realised">Rupiah; null while nothing is told.</param>
/// <param name="Reason">Why more was spent than planned; else null.</param>
public sealed record WorkLine(string Name, long Planned, long? Realised, string? Reason);

/// <param name="Realised">Rupiah.</param>
/// <param name="Reason">Why more than planned.</param>
public sealed record SpentLine(string Name, long Realised, string? Reason);
