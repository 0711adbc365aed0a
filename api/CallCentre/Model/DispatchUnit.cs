namespace KediriLapor.CallCentre.Model;

public enum UnitRole
{
    /// <summary>Commands on the scene; one of each dispatch.</summary>
    Lead,

    Support,
}

/// <summary>One unit of a dispatch, with its own clock.</summary>
public sealed class DispatchUnit
{
    private DispatchUnit()
    {
    }

    internal DispatchUnit(Guid dispatchId, string agencyCode, UnitRole role, DateTimeOffset now)
    {
        DispatchId = dispatchId;
        AgencyCode = agencyCode;
        Role = role;
        Enter(UnitStep.Received, now);
    }

    public Guid DispatchId { get; private set; }

    public string AgencyCode { get; private set; } = "";

    public UnitRole Role { get; private set; }

    public UnitStep Step { get; private set; }

    /// <summary>When the present step was taken.</summary>
    public DateTimeOffset StepAt { get; private set; }

    public DateTimeOffset ReceivedAt { get; private set; }

    public DateTimeOffset? DispatchedAt { get; private set; }

    public DateTimeOffset? UnderWayAt { get; private set; }

    public DateTimeOffset? OnSceneAt { get; private set; }

    /// <summary>When it was done, or somebody else's.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    public IReadOnlyList<UnitStep> Next(StepTaker takers) => [.. UnitSteps.From(Step).Where(edge => (edge.Takers & takers) != 0).Select(edge => edge.To)];

    internal void Enter(UnitStep step, DateTimeOffset at)
    {
        (Step, StepAt) = (step, at);
        switch (step)
        {
            case UnitStep.Received:
                // asked once more: the clock of the unit begins again
                (ReceivedAt, DispatchedAt, UnderWayAt, OnSceneAt, EndedAt) = (at, null, null, null, null);
                break;
            case UnitStep.Dispatched:
                DispatchedAt = at;
                break;
            case UnitStep.UnderWay:
                UnderWayAt = at;
                break;
            case UnitStep.OnScene:
                OnSceneAt = at;
                break;
            case UnitStep.Done or UnitStep.Declined or UnitStep.HandedOver or UnitStep.StoodDown:
                EndedAt = at;
                break;
        }
    }

    /// <summary>Asked once more, after another took the lead.</summary>
    internal void Support() => Role = UnitRole.Support;

    /// <summary>The matter is handed to this unit, which is there already or was.</summary>
    internal void Take(UnitRole role, DateTimeOffset now)
    {
        Role = role == UnitRole.Lead ? role : Role;
        if (Step.IsOver())
        {
            Enter(UnitStep.Received, now);
        }
    }
}
