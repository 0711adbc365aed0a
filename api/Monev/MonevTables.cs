using KediriLapor.Agencies;
using KediriLapor.Merata.Model;
using KediriLapor.Monev.Indicators;
using KediriLapor.Monev.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KediriLapor.Monev;

internal sealed class FindingTable : IEntityTypeConfiguration<Finding>
{
    public void Configure(EntityTypeBuilder<Finding> table)
    {
        table.ToTable("findings");
        table.Property(f => f.Id).ValueGeneratedNever();
        table.Property(f => f.KelurahanCode).HasMaxLength(20);
        table.Property(f => f.Description).HasMaxLength(Finding.DescriptionMax);
        table.Property(f => f.Version).IsConcurrencyToken();
        table.Ignore(f => f.Reviewer);
        table.HasOne<Work>().WithMany().HasForeignKey(f => f.WorkId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Kelurahan>().WithMany().HasForeignKey(f => f.KelurahanCode).OnDelete(DeleteBehavior.Restrict);
        table.HasMany(f => f.History).WithOne().HasForeignKey(e => e.FindingId).OnDelete(DeleteBehavior.Restrict);
        table.Navigation(f => f.History).UsePropertyAccessMode(PropertyAccessMode.Field);
        table.ToTable(findings => findings.HasCheckConstraint("ck_findings_follow_up", "grade = 'None' OR follow_up_by IS NOT NULL"));

        table.HasIndex(f => new { f.WorkId, f.Id });
        table.HasIndex(f => new { f.KelurahanCode, f.Id });
        // what waits for an answer, by its last day
        table.HasIndex(f => f.FollowUpBy).HasFilter("state = 'Open'").HasDatabaseName("ix_findings_waiting");
    }
}

internal sealed class FindingEventTable : IEntityTypeConfiguration<FindingEvent>
{
    public void Configure(EntityTypeBuilder<FindingEvent> table)
    {
        table.ToTable("finding_events");
        table.HasKey(e => new { e.FindingId, e.Version });
        table.Property(e => e.Version).ValueGeneratedNever();
        table.Property(e => e.ActorName).HasMaxLength(200);
        table.Property(e => e.Note).HasMaxLength(Finding.NoteMax);
        table.ComplexProperty(e => e.After);
    }
}

internal sealed class IndicatorTable : IEntityTypeConfiguration<Indicator>
{
    public void Configure(EntityTypeBuilder<Indicator> table)
    {
        table.ToTable("indicators");
        table.HasKey(i => new { i.Code, i.Version });
        table.Property(i => i.Version).ValueGeneratedNever();
        table.Property(i => i.Code).HasMaxLength(Indicator.CodeMax);
        table.Property(i => i.Name).HasMaxLength(Indicator.NameMax);
        table.Property(i => i.NameEn).HasMaxLength(Indicator.NameMax);
        table.Property(i => i.Definition).HasMaxLength(Indicator.DefinitionMax);
        table.Property(i => i.DefinitionEn).HasMaxLength(Indicator.DefinitionMax);
        table.Property(i => i.Target).HasPrecision(9, 2);
        table.Property(i => i.Tolerance).HasPrecision(9, 2);
        table.Property(i => i.ActorName).HasMaxLength(200);
    }
}
