using KediriLapor.Reports;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KediriLapor.Reporters;

internal sealed class ReporterLinkTable : IEntityTypeConfiguration<ReporterLink>
{
    public void Configure(EntityTypeBuilder<ReporterLink> table)
    {
        table.ToTable("reporter_links");
        table.Property(l => l.Id).ValueGeneratedNever();
        table.HasIndex(l => l.TokenHash).IsUnique();
        table.HasIndex(l => new { l.DueAt, l.Id }).HasFilter("sealed IS NOT NULL").HasDatabaseName("ix_reporter_links_due");
        table.HasIndex(l => l.EndsAt);
    }
}

internal sealed class LinkAttemptTable : IEntityTypeConfiguration<LinkAttempt>
{
    public void Configure(EntityTypeBuilder<LinkAttempt> table)
    {
        table.ToTable("link_attempts");
        table.HasKey(a => a.Whose);
        table.HasIndex(a => a.WindowEndsAt);
    }
}

internal sealed class ReporterSessionTable : IEntityTypeConfiguration<ReporterSession>
{
    public void Configure(EntityTypeBuilder<ReporterSession> table)
    {
        table.ToTable("reporter_sessions");
        table.HasKey(s => s.TokenHash);
        table.HasIndex(s => s.EndsAt);
    }
}
