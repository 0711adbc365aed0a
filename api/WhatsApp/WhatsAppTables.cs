using KediriLapor.Reports.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KediriLapor.WhatsApp;

internal sealed class ConversationTable : IEntityTypeConfiguration<Conversation>
{
    public void Configure(EntityTypeBuilder<Conversation> table)
    {
        table.ToTable("whatsapp_conversations");
        table.HasKey(c => c.Person);
        table.Property(c => c.Version).IsConcurrencyToken();
        table.HasOne<Report>().WithMany().HasForeignKey(c => c.ReportId).OnDelete(DeleteBehavior.Restrict);
        table.HasIndex(c => c.DraftDueAt).HasFilter("draft_due_at IS NOT NULL");
    }
}

internal sealed class InboundEventTable : IEntityTypeConfiguration<InboundEvent>
{
    public void Configure(EntityTypeBuilder<InboundEvent> table)
    {
        table.ToTable("whatsapp_inbox");
        table.HasIndex(e => e.EventHash).IsUnique();
        // whoever lost the lease loses the row
        table.Property(e => e.Attempts).IsConcurrencyToken();
        table.Property(e => e.Failure).HasMaxLength(InboundEvent.FailureMax);
        table.HasIndex(e => new { e.DueAt, e.Id }).HasFilter("done_at IS NULL").HasDatabaseName("ix_whatsapp_inbox_due");
        table.HasIndex(e => new { e.Person, e.At, e.Id }).HasFilter("done_at IS NULL").HasDatabaseName("ix_whatsapp_inbox_order");
        table.HasIndex(e => e.DoneAt);
    }
}

internal sealed class OutboundMessageTable : IEntityTypeConfiguration<OutboundMessage>
{
    public void Configure(EntityTypeBuilder<OutboundMessage> table)
    {
        table.ToTable("whatsapp_messages");
        table.Property(m => m.Attempts).IsConcurrencyToken();
        table.Property(m => m.LastError).HasMaxLength(OutboundMessage.ErrorMax);
        table.HasOne<Report>().WithMany().HasForeignKey(m => m.ReportId).OnDelete(DeleteBehavior.Restrict);
        table.HasIndex(m => m.SentAs).IsUnique();
        table.HasIndex(m => new { m.Person, m.Id });
        table.HasIndex(m => new { m.DueAt, m.Id }).HasFilter("state = 'Pending'").HasDatabaseName("ix_whatsapp_messages_due");
    }
}
