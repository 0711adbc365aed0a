using KediriLapor.Platform;

namespace KediriLapor.Reports.Model;

/// <summary>What an actor says with a move.</summary>
/// <param name="PhotosAfter">Photos of the finished work that come with it.</param>
public sealed record StatusChange(string? PublicNote, string? InternalNote, ClosingReason? Reason, DateOnly? PlannedFor, int PhotosAfter, DateOnly Today)
{
    /// <summary>What the public note is called where it was typed, so that a refusal points there.</summary>
    public string PublicNoteField { get; init; } = "publicNote";

    /// <summary>Refuses a move that lacks what its edge demands, naming the field.</summary>
    internal void Satisfy(Edge edge, bool photoAfterRequired)
    {
        Require(Demand.PublicNote, PublicNote is { Length: > 0 }, "public_note_required", PublicNoteField);
        Require(Demand.InternalNote, InternalNote is { Length: > 0 }, "internal_note_required", "internalNote");
        Require(Demand.Reason, Reason is { } reason && edge.Reasons.Contains(reason), "reason_required", "reason");
        if (Reason is { } stray && !edge.Reasons.Contains(stray))
        {
            throw new RuleViolation("unknown_value", field: "reason");
        }

        Require(Demand.Date, PlannedFor >= Today, "planned_date_required", "plannedFor");
        if (edge.Demands.HasFlag(Demand.Date) && PlannedFor > Today.AddDays(Report.PlannedAheadMax))
        {
            throw new RuleViolation("planned_too_far", field: "plannedFor").With("until", Today.AddDays(Report.PlannedAheadMax));
        }

        Require(Demand.Photo, !photoAfterRequired || PhotosAfter > 0, "photo_required", "attachmentIds");

        void Require(Demand demand, bool given, string code, string field)
        {
            if (edge.Demands.HasFlag(demand) && !given)
            {
                throw new RuleViolation(code, field: field).With("reasons", edge.Reasons.Length == 0 ? null : edge.Reasons);
            }
        }
    }
}
