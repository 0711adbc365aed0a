using KediriLapor.Clients;
using KediriLapor.Persistence.Tables;
using KediriLapor.Platform;
using KediriLapor.Reports.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KediriLapor.Webhooks;

internal sealed class WebhookTable : IEntityTypeConfiguration<Webhook>
{
    public void Configure(EntityTypeBuilder<Webhook> table)
    {
        table.ToTable("webhooks");
        table.Property(w => w.Id).ValueGeneratedNever();
        table.Property(w => w.Name).HasMaxLength(Webhook.NameMax);
        table.Property(w => w.Url).HasMaxLength(Webhook.UrlMax);
        table.Property(w => w.NoticeEmail).HasMaxLength(EmailAddress.Max);
        table.Property(w => w.Version).IsConcurrencyToken();
        table.HasOne<ApiClient>().WithMany().HasForeignKey(w => w.ClientId).OnDelete(DeleteBehavior.Restrict);
        table.HasMany(w => w.Secrets).WithOne().HasForeignKey(s => s.WebhookId).OnDelete(DeleteBehavior.Cascade);
        table.Navigation(w => w.Secrets).UsePropertyAccessMode(PropertyAccessMode.Field);
        table.HasIndex(w => new { w.ClientId, w.Id });
        table.HasIndex(w => w.NoticeDueAt).HasFilter("notice_due_at IS NOT NULL").HasDatabaseName("ix_webhooks_notice");
    }
}

internal sealed class WebhookSecretTable : IEntityTypeConfiguration<WebhookSecret>
{
    public void Configure(EntityTypeBuilder<WebhookSecret> table)
    {
        table.ToTable("webhook_secrets");
        table.Property(s => s.Id).ValueGeneratedNever();
    }
}

internal sealed class FeedEventTable : IEntityTypeConfiguration<FeedEvent>
{
    public void Configure(EntityTypeBuilder<FeedEvent> table)
    {
        table.ToTable("webhook_events");
        table.Property(f => f.Id).ValueGeneratedNever();
        // no row of the history is told twice, however often it is read
        table.HasIndex(f => new { f.ReportId, f.Sequence }).IsUnique();
        table.HasIndex(f => new { f.At, f.Id });
        table.HasOne<ReportEvent>().WithOne().HasForeignKey<FeedEvent>(f => new { f.ReportId, f.Sequence }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class FeedPositionTable : IEntityTypeConfiguration<FeedPosition>
{
    public void Configure(EntityTypeBuilder<FeedPosition> table)
    {
        table.ToTable("webhook_feed");
        table.Property(p => p.Id).ValueGeneratedNever();
    }
}

internal sealed class DeliveryTable : IEntityTypeConfiguration<Delivery>
{
    public void Configure(EntityTypeBuilder<Delivery> table)
    {
        table.ToTable("webhook_deliveries");
        table.Property(d => d.Id).ValueGeneratedNever();
        table.Property(d => d.Type).HasMaxLength(Delivery.TypeMax);
        table.Property(d => d.LastError).HasMaxLength(Delivery.ErrorMax);
        table.HasOne<Webhook>().WithMany().HasForeignKey(d => d.WebhookId).OnDelete(DeleteBehavior.Cascade);
        // only what still waits, however old the log grows
        table.HasIndex(d => new { d.WebhookId, d.DueAt, d.Id }).HasFilter("state = 'Pending'").HasDatabaseName("ix_webhook_deliveries_due");
        table.HasIndex(d => new { d.WebhookId, d.ReportId, d.CreatedAt, d.EventId }).HasFilter("state = 'Pending'").HasDatabaseName("ix_webhook_deliveries_waiting");
        table.HasIndex(d => new { d.WebhookId, d.Id });
        table.HasIndex(d => d.FinishedAt).HasFilter("finished_at IS NOT NULL").HasDatabaseName("ix_webhook_deliveries_finished");
    }
}

internal sealed class DeliveryAttemptTable : IEntityTypeConfiguration<DeliveryAttempt>
{
    public void Configure(EntityTypeBuilder<DeliveryAttempt> table)
    {
        table.ToTable("webhook_attempts");
        table.HasKey(a => new { a.DeliveryId, a.Number });
        table.Property(a => a.Number).ValueGeneratedNever();
        table.Property(a => a.RequestHeaders).IsJson();
        table.Property(a => a.ResponseHeaders).IsJson();
        table.Property(a => a.ResponseBody).HasMaxLength(WebhookSender.BodyMax);
        table.Property(a => a.Error).HasMaxLength(Delivery.ErrorMax);
        table.HasOne<Delivery>().WithMany().HasForeignKey(a => a.DeliveryId).OnDelete(DeleteBehavior.Cascade);
    }
}
