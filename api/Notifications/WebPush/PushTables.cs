using KediriLapor.Reports.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KediriLapor.Notifications.WebPush;

internal sealed class PushSubscriptionTable : IEntityTypeConfiguration<PushSubscription>
{
    public void Configure(EntityTypeBuilder<PushSubscription> table)
    {
        table.ToTable("push_subscriptions");
        table.Property(s => s.Id).ValueGeneratedNever();
        table.HasOne<Report>().WithMany().HasForeignKey(s => s.ReportId).OnDelete(DeleteBehavior.Restrict);
        table.HasIndex(s => new { s.ReportId, s.Recipient, s.Browser }).IsUnique();
    }
}

internal sealed class KeptVapidKeyTable : IEntityTypeConfiguration<KeptVapidKey>
{
    public void Configure(EntityTypeBuilder<KeptVapidKey> table)
    {
        table.ToTable("vapid_keys");
        table.Property(k => k.Id).ValueGeneratedNever();
    }
}
