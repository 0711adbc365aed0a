using KediriLapor.Clients;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KediriLapor.Open311;

/// <summary>That an update of another system was taken: sent again under the same id, it is not taken twice, however late.</summary>
public sealed class ReceivedUpdate
{
    public const int UpdateIdMax = 100;

    public Guid ClientId { get; init; }

    /// <summary>Theirs.</summary>
    public string UpdateId { get; init; } = "";

    public Guid ReportId { get; init; }

    /// <summary>Of the history row that it became.</summary>
    public int Sequence { get; init; }
}

internal sealed class ReceivedUpdateTable : IEntityTypeConfiguration<ReceivedUpdate>
{
    public void Configure(EntityTypeBuilder<ReceivedUpdate> table)
    {
        table.ToTable("open311_updates");
        table.HasKey(u => new { u.ClientId, u.UpdateId });
        table.Property(u => u.UpdateId).HasMaxLength(ReceivedUpdate.UpdateIdMax);
        table.HasOne<ApiClient>().WithMany().HasForeignKey(u => u.ClientId).OnDelete(DeleteBehavior.Restrict);
    }
}
