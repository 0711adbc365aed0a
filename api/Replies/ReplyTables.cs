using KediriLapor.ServiceCatalog;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KediriLapor.Replies;

internal sealed class ReplyTemplateTable : IEntityTypeConfiguration<ReplyTemplate>
{
    public void Configure(EntityTypeBuilder<ReplyTemplate> table)
    {
        table.ToTable("reply_templates");
        table.Property(t => t.Id).ValueGeneratedNever();
        table.Property(t => t.Title).HasMaxLength(ReplyTemplate.TitleMax);
        table.Property(t => t.Body).HasMaxLength(ReplyTemplate.BodyMax);
        table.Property(t => t.Version).IsConcurrencyToken();
        table.HasOne<Service>().WithMany().HasForeignKey(t => t.ServiceCode).OnDelete(DeleteBehavior.Restrict);
        table.HasIndex(t => new { t.Status, t.ServiceCode });
    }
}
