using System.ComponentModel.DataAnnotations;

namespace KediriLapor.Routing.Rules;

public enum RuleChangeKind
{
    /// <summary>A rule that begins today or later.</summary>
    Add,

    /// <summary>Writes a rule anew that has not begun yet.</summary>
    Change,

    /// <summary>Sets the first day on which a rule no longer holds, today or later; null for none.</summary>
    End,

    /// <summary>Takes a rule away that has not begun yet.</summary>
    Remove,
}

/// <summary>One change of the rules. What routed reports is not rewritten: it ends, and another rule begins.</summary>
public sealed record NewRuleChange
{
    public required RuleChangeKind Kind { get; init; }

    /// <summary>Of an existing rule; absent for one that is added.</summary>
    public Guid? RuleId { get; init; }

    /// <summary>For <c>add</c> and <c>change</c>.</summary>
    public NewRoutingRule? Rule { get; init; }

    /// <summary>For <c>end</c>.</summary>
    public DateOnly? ValidUntil { get; init; }
}

/// <summary>A rule as an admin writes it.</summary>
public sealed record NewRoutingRule
{
    [Required(ErrorMessage = "required")]
    public string ServiceCode { get; init; } = "";

    public string? QuestionCode { get; init; }

    public string? AnswerValue { get; init; }

    public string? KelurahanCode { get; init; }

    public string? KecamatanCode { get; init; }

    public required RoutingTarget Target { get; init; }

    /// <summary>For the target <c>agency</c>.</summary>
    public string? AgencyCode { get; init; }

    public required DateOnly ValidFrom { get; init; }

    /// <summary>First day it no longer holds.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>The source of the responsibility, such as a decree.</summary>
    [MaxLength(RoutingRule.BasisMax, ErrorMessage = "too_long")]
    public string? Basis { get; init; }
}
