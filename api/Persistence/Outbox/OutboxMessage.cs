using KediriLapor.Reports.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KediriLapor.Persistence.Outbox;

/// <summary>
/// One event on its way to one consumer. It is written with the change itself and names a row of a history, or of the escalation
/// ladder; the row is the payload, so nothing is stored twice and nothing personal leaves its place.
/// </summary>
public sealed class OutboxMessage
{
    public const int MaxAttempts = 12;

    private OutboxMessage()
    {
    }

    public long Id { get; private init; }

    public string Consumer { get; private init; } = "";

    /// <summary>The report, or what else the consumer hears of.</summary>
    public Guid SubjectId { get; private init; }

    /// <summary>The history row's sequence or version, or the step's ordinal: with subject and consumer the key that makes delivery idempotent.</summary>
    public int Sequence { get; private init; }

    /// <summary>Of a report's history; null for all else.</summary>
    public ReportEventType? Type { get; private init; }

    public DateTimeOffset CreatedAt { get; private init; }

    public DateTimeOffset DueAt { get; private set; }

    public int Attempts { get; private set; }

    public DateTimeOffset? DeliveredAt { get; private set; }

    /// <summary>Given up after <see cref="MaxAttempts"/>; visible until somebody looks.</summary>
    public DateTimeOffset? DeadAt { get; private set; }

    public string? LastError { get; private set; }

    internal static OutboxMessage To(string consumer, Guid subjectId, int sequence, DateTimeOffset at, ReportEventType? type = null) => new()
    {
        Consumer = consumer,
        SubjectId = subjectId,
        Sequence = sequence,
        Type = type,
        CreatedAt = at,
        DueAt = at,
    };

    /// <summary>Puts a message that was given up back in the queue.</summary>
    internal void Retry(DateTimeOffset now) => (DeadAt, Attempts, DueAt) = (null, 0, now);

    /// <summary>Back-off 1 s, 2 s, 4 s … at most an hour, with jitter so that a herd spreads.</summary>
    internal void Failed(string error, DateTimeOffset now)
    {
        Attempts++;
        LastError = error.Length > 500 ? error[..500] : error;
        var wait = TimeSpan.FromSeconds(Math.Min(3600, Math.Pow(2, Attempts - 1)) * (0.8 + (Random.Shared.NextDouble() * 0.4)));
        DueAt = now + wait;
        DeadAt = Attempts >= MaxAttempts ? now : null;
    }
}

internal sealed class OutboxTable : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> table)
    {
        table.ToTable("outbox");
        table.Property(m => m.Consumer).HasMaxLength(40);
        table.HasIndex(m => new { m.SubjectId, m.Sequence, m.Consumer }).IsUnique();
        // only what still waits is indexed for the relay, so it stays small however old the city's history grows
        table.HasIndex(m => new { m.DueAt, m.Id }).HasFilter("delivered_at IS NULL AND dead_at IS NULL").HasDatabaseName("ix_outbox_due");
        table.HasIndex(m => new { m.SubjectId, m.Consumer, m.Sequence }).HasFilter("delivered_at IS NULL AND dead_at IS NULL").HasDatabaseName("ix_outbox_waiting");
    }
}
