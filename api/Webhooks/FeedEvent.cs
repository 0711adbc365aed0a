using System.Globalization;
using KediriLapor.Platform;

namespace KediriLapor.Webhooks;

/// <summary>
/// The place of a history row in the one order in which the outside hears of it. The row is the payload, so nothing is stored twice. Numbers
/// are given by one writer at a time, in the order in which they are committed: who has seen one has been able to see all below it.
/// </summary>
public sealed class FeedEvent
{
    private const string Prefix = "evt_";

    /// <summary>1, 2, 3 …</summary>
    public long Id { get; init; }

    public Guid ReportId { get; init; }

    public int Sequence { get; init; }

    /// <summary>When it happened.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>As the outside knows it: the <c>webhook-id</c>, the same at every attempt and for every receiver.</summary>
    internal static string NameOf(long id) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{id}");

    /// <returns>0, before all, where none is given.</returns>
    /// <exception cref="RuleViolation"><c>invalid_cursor</c> (400).</exception>
    internal static long Parse(string? name, string field) =>
        name is null ? 0
        : name.StartsWith(Prefix, StringComparison.Ordinal) && long.TryParse(name.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id
        : throw new RuleViolation("invalid_cursor", StatusCodes.Status400BadRequest, field);
}

/// <summary>How far the history has been read: the one row, which whoever writes events holds locked.</summary>
public sealed class FeedPosition
{
    public const int TheOne = 1;

    public int Id { get; init; } = TheOne;

    /// <summary>The snapshot of the last reading (<c>pg_snapshot</c>, docs/decisions/0021).</summary>
    public string Seen { get; set; } = "";

    /// <summary>The number given last.</summary>
    public long LastId { get; set; }

    /// <summary>When something was last read.</summary>
    public DateTimeOffset At { get; set; }
}
