using KediriLapor.Accounts;
using KediriLapor.Platform;

namespace KediriLapor.Monev.Indicators;

/// <summary>What the mayor asks of Merata.</summary>
public enum IndicatorGroup
{
    /// <summary>Carried out as planned.</summary>
    Conformity,

    /// <summary>Without deviation.</summary>
    Deviation,

    /// <summary>Felt by the people.</summary>
    Benefit,
}

public enum IndicatorUnit
{
    /// <summary>A hundred times the one by the other.</summary>
    Percent,

    /// <summary>The one by the other.</summary>
    Average,
}

public enum IndicatorAim
{
    Higher,
    Lower,
}

public enum IndicatorVerdict
{
    Met,

    /// <summary>Missed by no more than the tolerance.</summary>
    Near,

    Missed,
}

/// <summary>
/// One version of what an indicator is: one measure by another, and what is aimed at. Rows are only ever added, so a report of a past day is judged by
/// what was asked then.
/// </summary>
public sealed class Indicator
{
    public const int CodeMax = 40;
    public const int NameMax = 100;
    public const int DefinitionMax = 500;
    public const int FigureMax = 1_000_000;

    /// <summary>Such as <c>KETEPATAN_WAKTU</c>.</summary>
    public string Code { get; init; } = "";

    /// <summary>1, 2, 3 …</summary>
    public int Version { get; init; }

    public string Name { get; init; } = "";

    public string NameEn { get; init; } = "";

    public string Definition { get; init; } = "";

    public string DefinitionEn { get; init; } = "";

    public IndicatorGroup Group { get; init; }

    public Measure Numerator { get; init; }

    public Measure Denominator { get; init; }

    public IndicatorUnit Unit { get; init; }

    public IndicatorAim Aim { get; init; }

    /// <summary>In the unit.</summary>
    public decimal Target { get; init; }

    /// <summary>In the unit: by how much the target may be missed and still be near.</summary>
    public decimal Tolerance { get; init; }

    /// <summary>Its place in the list.</summary>
    public int Rank { get; init; }

    /// <summary>No longer looked at.</summary>
    public bool Retired { get; init; }

    public string ActorName { get; init; } = "";

    public DateTimeOffset At { get; init; }

    /// <summary>The one by the other; null where there is nothing to divide by, or where so few spoke that single persons could be known.</summary>
    public decimal? Value(Tally tally) =>
        tally[Denominator] is > 0 and var whole && !IsSuppressed(tally) ? Math.Round((Unit == IndicatorUnit.Percent ? 100 : 1) * tally[Numerator] / whole, 2, MidpointRounding.AwayFromZero) : null;

    public bool IsSuppressed(Tally tally) => Denominator == Measure.Ratings && tally[Measure.Ratings] is > 0 and < Tally.SmallCell;

    /// <summary>How it compares with what is aimed at; null without a value.</summary>
    public IndicatorVerdict? Verdict(Tally tally)
    {
        if (Value(tally) is not { } value)
        {
            return null;
        }

        var missing = Aim == IndicatorAim.Higher ? Target - value : value - Target;
        return missing <= 0 ? IndicatorVerdict.Met : missing <= Tolerance ? IndicatorVerdict.Near : IndicatorVerdict.Missed;
    }

    /// <summary>The next version of it.</summary>
    public static Indicator Define(string code, int version, NewIndicator definition, Actor by, DateTimeOffset now) => new()
    {
        Code = code,
        Version = version,
        Name = definition.Name.Trim(),
        NameEn = definition.NameEn?.Trim() ?? "",
        Definition = definition.Definition.Trim(),
        DefinitionEn = definition.DefinitionEn?.Trim() ?? "",
        Group = definition.Group,
        Numerator = definition.Numerator,
        Denominator = definition.Denominator != definition.Numerator ? definition.Denominator : throw new RuleViolation("same_measure", field: "denominator"),
        Unit = definition.Unit,
        Aim = definition.Aim,
        Target = (decimal)definition.Target,
        Tolerance = (decimal)definition.Tolerance,
        Rank = definition.Rank,
        Retired = definition.Retired,
        ActorName = by.Name,
        At = now,
    };
}
