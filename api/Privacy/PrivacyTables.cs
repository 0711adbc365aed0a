using KediriLapor.Accounts;
using KediriLapor.Reports;
using KediriLapor.Reports.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KediriLapor.Privacy;

internal sealed class ContactReadingTable : IEntityTypeConfiguration<ContactReading>
{
    public void Configure(EntityTypeBuilder<ContactReading> table)
    {
        table.ToTable("contact_readings");
        table.Property(r => r.Id).ValueGeneratedNever();
        table.Property(r => r.ReaderName).HasMaxLength(Account.MaxFullNameLength);
        table.Property(r => r.AgencyCode).HasMaxLength(32);
        table.Property(r => r.Reason).HasMaxLength(ContactReading.ReasonMax);
        table.HasOne<Report>().WithMany().HasForeignKey(r => r.ReportId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Account>().WithMany().HasForeignKey(r => r.AccountId).OnDelete(DeleteBehavior.Restrict);
        // version 7 ids sort by time: the log of one report, and of one reader
        table.HasIndex(r => new { r.ReportId, r.Id });
        table.HasIndex(r => new { r.AccountId, r.Id });
    }
}

internal sealed class AuditViewTable : IEntityTypeConfiguration<AuditView>
{
    public void Configure(EntityTypeBuilder<AuditView> table)
    {
        table.ToTable("audit_views");
        table.Property(v => v.Id).ValueGeneratedNever();
        table.Property(v => v.ViewerName).HasMaxLength(Account.MaxFullNameLength);
        table.HasOne<Account>().WithMany().HasForeignKey(v => v.AccountId).OnDelete(DeleteBehavior.Restrict);
        table.HasIndex(v => new { v.AccountId, v.Id });
    }
}

internal sealed class PrivacyActTable : IEntityTypeConfiguration<PrivacyAct>
{
    public void Configure(EntityTypeBuilder<PrivacyAct> table)
    {
        table.ToTable("privacy_acts");
        table.Property(a => a.Id).ValueGeneratedNever();
        table.HasOne<Report>().WithMany().HasForeignKey(a => a.ReportId).OnDelete(DeleteBehavior.Restrict);
        table.HasIndex(a => new { a.ReportId, a.Id });
    }
}
