using KediriLapor.Accounts;
using KediriLapor.Platform;
using KediriLapor.Proof;
using KediriLapor.Reports.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KediriLapor.HandOvers;

internal sealed class HandOverRecordTable : IEntityTypeConfiguration<HandOverRecord>
{
    public void Configure(EntityTypeBuilder<HandOverRecord> table)
    {
        table.ToTable("hand_over_records");
        table.HasKey(r => r.HandOverId);
        table.Property(r => r.HandOverId).ValueGeneratedNever();
        table.Property(r => r.KeyId).HasMaxLength(16);
        table.HasOne<HandOver>().WithOne().HasForeignKey<HandOverRecord>(r => r.HandOverId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<SigningKey>().WithMany().HasForeignKey(r => r.KeyId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class HandOverWaitTable : IEntityTypeConfiguration<HandOverWait>
{
    public void Configure(EntityTypeBuilder<HandOverWait> table)
    {
        table.ToTable("hand_over_waits");
        table.HasKey(w => w.HandOverId);
        table.Property(w => w.HandOverId).ValueGeneratedNever();
        table.HasIndex(w => w.Since);
        table.HasOne<HandOver>().WithOne().HasForeignKey<HandOverWait>(w => w.HandOverId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class HandOverLinkTable : IEntityTypeConfiguration<HandOverLink>
{
    public void Configure(EntityTypeBuilder<HandOverLink> table)
    {
        table.ToTable("hand_over_links");
        table.Property(l => l.Id).ValueGeneratedNever();
        table.Property(l => l.Email).HasMaxLength(EmailAddress.Max);
        table.Property(l => l.ByName).HasMaxLength(Account.MaxFullNameLength);
        table.HasIndex(l => l.TokenHash).IsUnique();
        table.HasIndex(l => l.HandOverId);
        table.HasIndex(l => new { l.DueAt, l.Id }).HasFilter("due_at IS NOT NULL").HasDatabaseName("ix_hand_over_links_due");
        table.HasOne<HandOver>().WithMany().HasForeignKey(l => l.HandOverId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Account>().WithMany().HasForeignKey(l => l.AccountId).OnDelete(DeleteBehavior.Restrict);
    }
}
