using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KediriLapor.Exports.OpenData;

internal sealed class OpenDataRowTable : IEntityTypeConfiguration<OpenDataRow>
{
    public void Configure(EntityTypeBuilder<OpenDataRow> table)
    {
        table.ToTable("open_data_rows");
        table.Property(r => r.Id).ValueGeneratedNever();
        table.Property(r => r.ServiceCode).HasMaxLength(20);
        table.Property(r => r.AgencyCode).HasMaxLength(20);
        table.Property(r => r.KelurahanCode).HasMaxLength(20);
        table.Property(r => r.KecamatanCode).HasMaxLength(20);
    }
}

internal sealed class OpenDataSetTable : IEntityTypeConfiguration<OpenDataSet>
{
    public void Configure(EntityTypeBuilder<OpenDataSet> table)
    {
        table.ToTable("open_data_sets");
        table.Property(set => set.Id).ValueGeneratedNever();
    }
}
