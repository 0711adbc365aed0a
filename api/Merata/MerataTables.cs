using KediriLapor.Agencies;
using KediriLapor.Merata.Model;
using KediriLapor.Persistence.Tables;
using KediriLapor.Reports.Attachments;
using KediriLapor.Reports.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KediriLapor.Merata;

internal sealed class WorkTable : IEntityTypeConfiguration<Work>
{
    public void Configure(EntityTypeBuilder<Work> table)
    {
        table.ToTable("works");
        table.Property(w => w.Id).ValueGeneratedNever();
        table.Property(w => w.KelurahanCode).HasMaxLength(20);
        table.Property(w => w.Title).HasMaxLength(Work.TitleMax);
        table.Property(w => w.Description).HasMaxLength(Work.DescriptionMax);
        table.Property(w => w.Unit).HasMaxLength(Work.UnitMax);
        table.Property(w => w.Address).HasMaxLength(Work.AddressMax);
        table.Property(w => w.Volume).HasPrecision(12, 2);
        table.Property(w => w.RealisedVolume).HasPrecision(12, 2);
        table.Property(w => w.Path).IsJson();
        table.Property(w => w.Budget).IsJson();
        table.Property(w => w.PokmasName).HasMaxLength(Work.NameMax);
        table.Property(w => w.PokmasChair).HasMaxLength(Work.NameMax);
        table.Property(w => w.BudgetNumber).HasMaxLength(Work.NumberMax);
        table.Property(w => w.ContractNumber).HasMaxLength(Work.NumberMax);
        table.Property(w => w.HandOverNumber).HasMaxLength(Work.NumberMax);
        table.Property(w => w.AccountNumber).HasMaxLength(Work.NumberMax);
        table.Property(w => w.Version).IsConcurrencyToken();
        table.Ignore(w => w.Plan);
        table.HasMany(w => w.History).WithOne().HasForeignKey(e => e.WorkId).OnDelete(DeleteBehavior.Restrict);
        table.Navigation(w => w.History).UsePropertyAccessMode(PropertyAccessMode.Field);
        table.HasMany(w => w.Plans).WithOne().HasForeignKey(p => p.WorkId).OnDelete(DeleteBehavior.Restrict);
        table.Navigation(w => w.Plans).UsePropertyAccessMode(PropertyAccessMode.Field);
        table.HasMany(w => w.Files).WithOne().HasForeignKey(f => f.WorkId).OnDelete(DeleteBehavior.Restrict);
        table.Navigation(w => w.Files).UsePropertyAccessMode(PropertyAccessMode.Field);
        table.HasOne<Kelurahan>().WithMany().HasForeignKey(w => w.KelurahanCode).OnDelete(DeleteBehavior.Restrict);
        table.ToTable(works => works.HasCheckConstraint("ck_works_plan", "planned_total >= 0 AND realised_total >= 0 AND volume > 0 AND ends_on >= starts_on AND beneficiaries >= 0"));

        // lists are newest year first; of one ward, of one stage, or of all
        table.HasIndex(w => new { w.KelurahanCode, w.Year, w.Id });
        table.HasIndex(w => new { w.Year, w.Id });
        table.HasIndex(w => new { w.Stage, w.Year, w.Id });
    }
}

internal sealed class WorkEventTable : IEntityTypeConfiguration<WorkEvent>
{
    public void Configure(EntityTypeBuilder<WorkEvent> table)
    {
        table.ToTable("work_events");
        table.HasKey(e => new { e.WorkId, e.Version });
        table.Property(e => e.Version).ValueGeneratedNever();
        table.Property(e => e.ActorName).HasMaxLength(200);
        table.Property(e => e.On).HasColumnName("came_about_on");
        table.Property(e => e.Number).HasMaxLength(Work.NumberMax);
        table.Property(e => e.Reason).HasMaxLength(Work.ReasonMax);
        table.Property(e => e.Note).HasMaxLength(Work.NoteMax);
        table.ComplexProperty(e => e.After, after =>
        {
            after.Property(f => f.Volume).HasPrecision(12, 2);
            after.Property(f => f.RealisedVolume).HasPrecision(12, 2);
        });
        table.HasOne<Report>().WithMany().HasForeignKey(e => e.ReportId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class WorkPlanVersionTable : IEntityTypeConfiguration<WorkPlanVersion>
{
    public void Configure(EntityTypeBuilder<WorkPlanVersion> table)
    {
        table.ToTable("work_plans");
        table.HasKey(p => new { p.WorkId, p.Number });
        table.Property(p => p.Number).ValueGeneratedNever();
        table.Property(p => p.Plan).IsJson();
        table.Property(p => p.Reason).HasMaxLength(Work.NoteMax);
        table.Property(p => p.ActorName).HasMaxLength(200);
    }
}

internal sealed class WorkFileTable : IEntityTypeConfiguration<WorkFile>
{
    public void Configure(EntityTypeBuilder<WorkFile> table)
    {
        table.ToTable("work_files");
        table.Property(f => f.Id).ValueGeneratedNever();
        table.Property(f => f.AddedBy).HasMaxLength(200);
        table.HasOne<Attachment>().WithOne().HasForeignKey<WorkFile>(f => f.Id).OnDelete(DeleteBehavior.Restrict);
        table.HasIndex(f => new { f.WorkId, f.Id });
        table.ToTable(files => files.HasCheckConstraint("ck_work_files_one", "(photo IS NULL) <> (document IS NULL)"));
    }
}

internal sealed class WorkLinkTable : IEntityTypeConfiguration<WorkLink>
{
    public const string Once = "ix_work_links_report_follows_one";

    public void Configure(EntityTypeBuilder<WorkLink> table)
    {
        table.ToTable("work_links");
        table.Property(l => l.Id).ValueGeneratedNever();
        table.Property(l => l.LinkedBy).HasMaxLength(200);
        table.HasOne<Work>().WithMany().HasForeignKey(l => l.WorkId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Report>().WithMany().HasForeignKey(l => l.ReportId).OnDelete(DeleteBehavior.Restrict);
        table.HasIndex(l => new { l.WorkId, l.Id });
        table.HasIndex(l => l.ReportId).IsUnique().HasFilter("unlinked_at IS NULL").HasDatabaseName(Once);
    }
}

internal sealed class WorkNewsTable : IEntityTypeConfiguration<WorkNews>
{
    public void Configure(EntityTypeBuilder<WorkNews> table)
    {
        table.ToTable("work_news");
        table.HasIndex(n => new { n.WorkId, n.Version, n.ReportId }).IsUnique();
        table.HasOne<Work>().WithMany().HasForeignKey(n => n.WorkId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Report>().WithMany().HasForeignKey(n => n.ReportId).OnDelete(DeleteBehavior.Restrict);
    }
}
