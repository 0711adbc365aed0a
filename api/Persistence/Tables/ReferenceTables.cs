using KediriLapor.Accounts;
using KediriLapor.Agencies;
using KediriLapor.Deadlines;
using KediriLapor.Platform;
using KediriLapor.Routing;
using KediriLapor.ServiceCatalog;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KediriLapor.Persistence.Tables;

internal sealed class AgencyTable : IEntityTypeConfiguration<Agency>
{
    public void Configure(EntityTypeBuilder<Agency> table)
    {
        table.ToTable("agencies");
        table.HasKey(a => a.Code);
        table.Property(a => a.Code).HasMaxLength(Agency.CodeMax);
        table.Property(a => a.ShortName).HasMaxLength(Agency.ShortNameMax);
        table.Property(a => a.Name).HasMaxLength(Agency.NameMax);
        table.Property(a => a.Phone).HasMaxLength(Agency.PhoneMax);
        table.Property(a => a.Email).HasMaxLength(EmailAddress.Max);
        table.Property(a => a.Office).HasMaxLength(Agency.OfficeMax);
        table.Property(a => a.Version).HasDefaultValue(1).IsConcurrencyToken();
        table.HasOne<Agency>().WithMany().HasForeignKey(a => a.ParentCode).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class KelurahanTable : IEntityTypeConfiguration<Kelurahan>
{
    public void Configure(EntityTypeBuilder<Kelurahan> table)
    {
        table.ToTable("kelurahan");
        table.HasKey(k => k.Code);
        table.Property(k => k.Code).HasMaxLength(20);
        table.Property(k => k.Name).HasMaxLength(100);
        table.Property(k => k.Boundary).HasColumnType("jsonb");
        table.HasOne<Agency>().WithOne().HasForeignKey<Kelurahan>(k => k.Code).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Agency>().WithMany().HasForeignKey(k => k.KecamatanCode).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ServiceGroupTable : IEntityTypeConfiguration<ServiceGroup>
{
    public void Configure(EntityTypeBuilder<ServiceGroup> table)
    {
        table.ToTable("service_groups");
        table.HasKey(g => g.Code);
        table.Property(g => g.Code).HasMaxLength(20);
        table.Property(g => g.Version).HasDefaultValue(1).IsConcurrencyToken();
    }
}

internal sealed class ServiceTable : IEntityTypeConfiguration<Service>
{
    public void Configure(EntityTypeBuilder<Service> table)
    {
        table.ToTable("services");
        table.HasKey(s => s.Code);
        table.Property(s => s.Code).HasMaxLength(20);
        table.Property(s => s.Questions).IsJson();
        table.Property(s => s.Version).HasDefaultValue(1).IsConcurrencyToken();
        table.HasOne<ServiceGroup>().WithMany().HasForeignKey(s => s.GroupCode).OnDelete(DeleteBehavior.Restrict);
    }
}

/// <summary>
/// The exclusion constraints that make ambiguity impossible to store are SQL in the migration: on one day, one service
/// has at most one rule per (answer, kelurahan, kecamatan), and at most one question that routes it.
/// </summary>
internal sealed class RoutingRuleTable : IEntityTypeConfiguration<RoutingRule>
{
    public void Configure(EntityTypeBuilder<RoutingRule> table)
    {
        table.ToTable("routing_rules", t =>
        {
            t.HasCheckConstraint("ck_routing_rules_one_place", "kelurahan_code IS NULL OR kecamatan_code IS NULL");
            t.HasCheckConstraint("ck_routing_rules_answer", "(question_code IS NULL) = (answer_value IS NULL)");
            t.HasCheckConstraint("ck_routing_rules_agency", "(target = 'Agency') = (agency_code IS NOT NULL)");
            t.HasCheckConstraint("ck_routing_rules_dates", "valid_until IS NULL OR valid_until > valid_from");
        });
        table.Property(r => r.Id).ValueGeneratedNever();
        table.Ignore(r => r.Rank);
        table.Ignore(r => r.Name);
        table.Property(r => r.ServiceCode).HasMaxLength(20);
        table.HasOne<Service>().WithMany().HasForeignKey(r => r.ServiceCode).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Agency>().WithMany().HasForeignKey(r => r.AgencyCode).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Kelurahan>().WithMany().HasForeignKey(r => r.KelurahanCode).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Agency>().WithMany().HasForeignKey(r => r.KecamatanCode).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class LearnedCorrectionTable : IEntityTypeConfiguration<LearnedCorrection>
{
    public void Configure(EntityTypeBuilder<LearnedCorrection> table)
    {
        table.ToTable("learned_corrections");
        table.HasKey(c => new { c.ReportId, c.Sequence });
        table.Property(c => c.Sequence).ValueGeneratedNever();
        table.HasOne<Service>().WithMany().HasForeignKey(c => c.ServiceCode).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class HolidayTable : IEntityTypeConfiguration<Holiday>
{
    public void Configure(EntityTypeBuilder<Holiday> table)
    {
        table.ToTable("holidays");
        table.HasKey(h => h.Date);
        table.Property(h => h.Source).HasMaxLength(Holiday.SourceMax);
    }
}

internal sealed class OfficeHoursTable : IEntityTypeConfiguration<OfficeHours>
{
    public void Configure(EntityTypeBuilder<OfficeHours> table)
    {
        table.ToTable("office_hours");
        table.HasKey(h => h.ValidFrom);
    }
}

internal sealed class CalendarChangeTable : IEntityTypeConfiguration<CalendarChange>
{
    public void Configure(EntityTypeBuilder<CalendarChange> table)
    {
        table.ToTable("calendar_changes");
        table.HasKey(c => c.Version);
        table.Property(c => c.Version).ValueGeneratedNever();
        table.Property(c => c.ByName).HasMaxLength(Account.MaxFullNameLength);
        table.Property(c => c.Days).IsJson();
        table.Property(c => c.Hours).IsJson();
        table.Property(c => c.Terms).IsJson().HasDefaultValueSql("'[]'::jsonb");
        table.HasOne<Account>().WithMany().HasForeignKey(c => c.AccountId).OnDelete(DeleteBehavior.Restrict);
    }
}
