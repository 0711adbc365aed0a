using KediriLapor.Reports.Duplicates;
using KediriLapor.Reports.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KediriLapor.Persistence.Tables;

internal sealed class SimilarityRejectionTable : IEntityTypeConfiguration<SimilarityRejection>
{
    public void Configure(EntityTypeBuilder<SimilarityRejection> table)
    {
        table.ToTable("similarity_rejections", rows => rows.HasCheckConstraint("ck_similarity_rejections_one_way", "low_id < high_id"));
        table.HasKey(r => new { r.LowId, r.HighId });
        table.HasIndex(r => r.HighId);
        table.HasOne<Report>().WithMany().HasForeignKey(r => r.LowId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Report>().WithMany().HasForeignKey(r => r.HighId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SupportTable : IEntityTypeConfiguration<Support>
{
    public void Configure(EntityTypeBuilder<Support> table)
    {
        table.ToTable("report_supports");
        table.HasKey(s => new { s.ReportId, s.Supporter });
        table.HasOne<Report>().WithMany().HasForeignKey(s => s.ReportId).OnDelete(DeleteBehavior.Restrict);
    }
}
