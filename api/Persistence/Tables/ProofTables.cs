using KediriLapor.Proof;
using KediriLapor.Reports.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KediriLapor.Persistence.Tables;

internal sealed class SignedRootTable : IEntityTypeConfiguration<SignedRoot>
{
    public void Configure(EntityTypeBuilder<SignedRoot> table)
    {
        table.ToTable("history_roots");
        table.HasKey(root => root.Date);
        table.Property(root => root.KeyId).HasMaxLength(16);
        table.HasOne<SigningKey>().WithMany().HasForeignKey(root => root.KeyId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class HistoryLeafTable : IEntityTypeConfiguration<HistoryLeaf>
{
    public void Configure(EntityTypeBuilder<HistoryLeaf> table)
    {
        table.ToTable("history_leaves");
        table.HasKey(leaf => new { leaf.Date, leaf.Index });
        table.HasIndex(leaf => new { leaf.ReportId, leaf.Sequence }).IsUnique();
        table.HasOne<ReportEvent>().WithMany().HasForeignKey(leaf => new { leaf.ReportId, leaf.Sequence }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SigningKeyTable : IEntityTypeConfiguration<SigningKey>
{
    public void Configure(EntityTypeBuilder<SigningKey> table)
    {
        table.ToTable("history_keys");
        table.Property(key => key.Id).HasMaxLength(16);
    }
}
