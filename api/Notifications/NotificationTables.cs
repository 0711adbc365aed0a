using KediriLapor.Accounts;
using KediriLapor.Persistence.Tables;
using KediriLapor.Reports.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KediriLapor.Notifications;

internal sealed class NotificationMatrixTable : IEntityTypeConfiguration<NotificationMatrix>
{
    public void Configure(EntityTypeBuilder<NotificationMatrix> table)
    {
        table.ToTable("notification_matrix");
        table.Property(m => m.Id).ValueGeneratedNever();
        table.Property(m => m.Rules).IsJson();
        table.Property(m => m.Version).IsConcurrencyToken();
    }
}

internal sealed class NotificationTemplateTable : IEntityTypeConfiguration<NotificationTemplate>
{
    public void Configure(EntityTypeBuilder<NotificationTemplate> table)
    {
        table.ToTable("notification_templates");
        table.HasKey(t => new { t.Occasion, t.Voice, t.Language });
        table.Property(t => t.Subject).HasMaxLength(NotificationTemplate.SubjectMax);
        table.Property(t => t.Body).HasMaxLength(NotificationTemplate.BodyMax);
        table.Property(t => t.Version).IsConcurrencyToken();
    }
}

internal sealed class NotificationTable : IEntityTypeConfiguration<Notification>
{
    public void Configure(EntityTypeBuilder<Notification> table)
    {
        table.ToTable("notifications");
        table.Property(n => n.Id).ValueGeneratedNever();
        table.Property(n => n.Cause).HasMaxLength(40);
        table.Property(n => n.LastError).HasMaxLength(Notification.ErrorMax);
        table.HasOne<Account>().WithMany().HasForeignKey(n => n.AccountId).OnDelete(DeleteBehavior.Restrict);
        // one message per cause, listener and way, whoever prepares it and however often
        table.HasIndex(n => new { n.SubjectId, n.Cause, n.AccountId, n.SubscriptionId, n.Medium }).IsUnique().AreNullsDistinct(false).HasDatabaseName("ix_notifications_once");
        table.HasIndex(n => new { n.DueAt, n.Id }).HasFilter("state = 'Pending'").HasDatabaseName("ix_notifications_due");
        table.HasIndex(n => new { n.State, n.Id });
    }
}

internal sealed class ReporterWishesTable : IEntityTypeConfiguration<ReporterWishes>
{
    public void Configure(EntityTypeBuilder<ReporterWishes> table)
    {
        table.ToTable("reporter_wishes");
        table.HasKey(w => w.ReportId);
        table.HasOne<Report>().WithOne().HasForeignKey<ReporterWishes>(w => w.ReportId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class BounceTable : IEntityTypeConfiguration<Bounce>
{
    public void Configure(EntityTypeBuilder<Bounce> table)
    {
        table.ToTable("bounces");
        table.HasKey(b => b.AddressSeal);
    }
}
