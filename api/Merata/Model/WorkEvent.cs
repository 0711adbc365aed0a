using KediriLapor.Accounts;

namespace KediriLapor.Merata.Model;

/// <summary>What happened to a work. Rows are only ever added; the database refuses to change or delete one.</summary>
public sealed class WorkEvent
{
    private WorkEvent()
    {
    }

    internal WorkEvent(Work work, WorkEventKind kind, Actor by, DateTimeOffset now)
    {
        (WorkId, Version, Kind, At, Stage, After) = (work.Id, work.Version, kind, now, work.Stage, WorkFigures.Of(work));
        (ActorKind, ActorId, ActorName) = (by.Kind, by.AccountId, by.Name);
    }

    public Guid WorkId { get; private init; }

    /// <summary>Of the work after it.</summary>
    public int Version { get; private init; }

    public DateTimeOffset At { get; private init; }

    public WorkEventKind Kind { get; private init; }

    public ActorKind ActorKind { get; private init; }

    public Guid? ActorId { get; private init; }

    /// <summary>Shown to colleagues; never to the public.</summary>
    public string ActorName { get; private init; } = "";

    /// <summary>After it.</summary>
    public WorkStage Stage { get; private init; }

    /// <summary>The day on which it came about, where that is not the day it was written down.</summary>
    public DateOnly? On { get; internal init; }

    /// <summary>Of the paper: DPA, contract, BAST, SPJ.</summary>
    public string? Number { get; internal init; }

    /// <summary>Why back, why another plan, why taken out. Everybody reads it.</summary>
    public string? Reason { get; internal init; }

    /// <summary>To colleagues.</summary>
    public string? Note { get; internal init; }

    /// <summary>The version of the plan that it made.</summary>
    public int? PlanNumber { get; internal init; }

    public Guid? ReportId { get; internal init; }

    /// <summary>What the work had come to with it: from these a report of a past day is made again.</summary>
    public WorkFigures After { get; private init; } = null!;
}

/// <summary>What is promised and what has become of it, in figures.</summary>
/// <param name="PlanNumber">The plan that binds; 0 while none does.</param>
/// <param name="PlannedTotal">Rupiah.</param>
/// <param name="RealisedTotal">Rupiah, so far.</param>
public sealed record WorkFigures(
    int PlanNumber, decimal Volume, DateOnly EndsOn, int Beneficiaries, long PlannedTotal, long RealisedTotal, decimal? RealisedVolume, DateOnly? CompletedOn, int? ReachedBeneficiaries)
{
    internal static WorkFigures Of(Work work) => new(
        work.PlanNumber, work.Volume, work.EndsOn, work.Beneficiaries, work.PlannedTotal, work.RealisedTotal, work.RealisedVolume, work.CompletedOn, work.ReachedBeneficiaries);
}
