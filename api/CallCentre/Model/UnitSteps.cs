using System.Collections.Frozen;
using static KediriLapor.CallCentre.Model.UnitStep;

namespace KediriLapor.CallCentre.Model;

/// <summary>Where one unit stands with an emergency.</summary>
public enum UnitStep
{
    /// <summary>It was asked.</summary>
    Received,

    /// <summary>It confirms that it sends somebody.</summary>
    Dispatched,

    UnderWay,

    OnScene,

    Done,

    /// <summary>It cannot come.</summary>
    Declined,

    /// <summary>Somebody else has taken over.</summary>
    HandedOver,

    /// <summary>The desk called it off.</summary>
    StoodDown,
}

/// <summary>Who may take a step.</summary>
[Flags]
public enum StepTaker
{
    /// <summary>An operator, who has heard it by radio or phone.</summary>
    Desk = 1,

    /// <summary>An officer of the unit itself.</summary>
    Unit = 2,
}

/// <summary>What must be said with a step.</summary>
[Flags]
public enum StepDemand
{
    None = 0,
    Reason = 1,

    /// <summary>What was found on the scene: the hand-over record.</summary>
    Found = 2,

    /// <summary>Who takes over.</summary>
    Successor = 4,
}

/// <summary>One permitted step.</summary>
/// <param name="Why">Why the edge exists.</param>
public sealed record UnitEdge(UnitStep From, UnitStep To, StepTaker Takers, StepDemand Demands, string Why);

/// <summary>All that a dispatched unit can do, as one table; nothing moves a unit that is not listed here.</summary>
public static class UnitSteps
{
    private const StepTaker Both = StepTaker.Desk | StepTaker.Unit;

    public static readonly IReadOnlyList<UnitEdge> All =
    [
        new(Received, Dispatched, Both, StepDemand.None, "the unit confirms"),
        new(Received, UnderWay, Both, StepDemand.None, "who drives off first and reports later is not held up by a form"),
        new(Received, OnScene, Both, StepDemand.None, "a patrol that was there already"),
        new(Received, Declined, Both, StepDemand.Reason, "no crew, no car: the desk has to know at once"),
        new(Received, StoodDown, StepTaker.Desk, StepDemand.Reason, "called off before anybody left"),

        new(Dispatched, UnderWay, Both, StepDemand.None, "it has left"),
        new(Dispatched, OnScene, Both, StepDemand.None, "the radio was silent on the way"),
        new(Dispatched, Declined, Both, StepDemand.Reason, "a breakdown before leaving"),
        new(Dispatched, StoodDown, StepTaker.Desk, StepDemand.Reason, "called off"),

        new(UnderWay, OnScene, Both, StepDemand.None, "it has arrived"),
        new(UnderWay, Declined, Both, StepDemand.Reason, "a breakdown on the way"),
        new(UnderWay, HandedOver, Both, StepDemand.Reason | StepDemand.Successor, "another unit is nearer"),
        new(UnderWay, StoodDown, StepTaker.Desk, StepDemand.Reason, "called off on the way"),

        new(OnScene, Done, Both, StepDemand.Found, "finished: what was found is written down"),
        new(OnScene, HandedOver, Both, StepDemand.Found | StepDemand.Successor, "the matter goes to another unit, a hospital, the police"),

        new(Declined, Received, StepTaker.Desk, StepDemand.None, "asked once more"),
        new(StoodDown, Received, StepTaker.Desk, StepDemand.None, "asked once more"),
    ];

    private static readonly FrozenDictionary<UnitStep, UnitEdge[]> Leaving =
        Enum.GetValues<UnitStep>().ToFrozenDictionary(step => step, step => All.Where(edge => edge.From == step).ToArray());

    public static IReadOnlyList<UnitEdge> From(UnitStep step) => Leaving[step];

    /// <summary>Nobody of this unit is busy with it any more.</summary>
    public static bool IsOver(this UnitStep step) => step is Done or Declined or HandedOver or StoodDown;
}
