using System.ComponentModel.DataAnnotations;
using KediriLapor.Platform;
using KediriLapor.Reports.Model;

namespace KediriLapor.Reports.Batches;

/// <summary>Changes of many reports under one <c>Idempotency-Key</c>.</summary>
public sealed record ReportBatch
{
    public const int Max = 200;

    [MinLength(1, ErrorMessage = "required")]
    [MaxLength(Max, ErrorMessage = "too_many")]
    public required IReadOnlyList<BatchItem> Items { get; init; }
}

/// <summary>One report, the version its author saw, and exactly one change: what the operation for a single report takes.</summary>
public sealed record BatchItem
{
    public required Guid Id { get; init; }

    public required int Version { get; init; }

    public NewStatus? Status { get; init; }

    public Disposisi? Disposisi { get; init; }

    public NewNote? Note { get; init; }
}

/// <param name="Items">In the order they were sent.</param>
public sealed record BatchOutcome(IReadOnlyList<BatchItemOutcome> Items);

/// <summary>What became of one item: where the report stands, or why it was refused.</summary>
/// <param name="Status">As HTTP would tell it of this change alone: 200, 403, 404, 409, 412 or 422.</param>
public sealed record BatchItemOutcome(Guid Id, int Status, ReportStanding? Report, BatchProblem? Problem);

/// <summary>The problem that this change alone would have been answered with.</summary>
public sealed record BatchProblem(
    string Type, string Title, int Status, string Code, IReadOnlyDictionary<string, string[]>? Errors, int? CurrentVersion, ReportStatus[]? AllowedNext)
{
    internal static BatchProblem Of(RuleViolation violation) => new(
        ProblemCodes.TypeOf(violation.Code), ProblemCodes.Text(violation.Code), violation.Status, violation.Code,
        violation.Field is { } field ? new Dictionary<string, string[]> { [field] = [violation.Code] } : null,
        violation.Facts.GetValueOrDefault("currentVersion") as int?,
        violation.Facts.GetValueOrDefault("allowedNext") as ReportStatus[]);
}
