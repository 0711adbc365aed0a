using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KediriLapor.Persistence.Reference;

/// <summary>
/// Remembers that a row of the shipped reference files was once inserted. It is inserted only that once: what an admin
/// edits or deletes afterwards is the city's decision, and no restart undoes it.
/// </summary>
public sealed class SeededRow
{
    public string Kind { get; init; } = "";

    public string Key { get; init; } = "";
}

internal sealed class SeededRowTable : IEntityTypeConfiguration<SeededRow>
{
    public void Configure(EntityTypeBuilder<SeededRow> table)
    {
        table.ToTable("seeded_rows");
        table.HasKey(r => new { r.Kind, r.Key });
    }
}
