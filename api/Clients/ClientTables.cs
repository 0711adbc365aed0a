using KediriLapor.Accounts;
using KediriLapor.Persistence.Tables;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KediriLapor.Clients;

internal sealed class ApiClientTable : IEntityTypeConfiguration<ApiClient>
{
    public void Configure(EntityTypeBuilder<ApiClient> table)
    {
        table.ToTable("api_clients");
        table.Property(c => c.Id).ValueGeneratedNever();
        table.Property(c => c.ClientId).HasMaxLength(ApiClient.ClientIdMax);
        table.Property(c => c.Name).HasMaxLength(ApiClient.NameMax);
        table.Property(c => c.Version).IsConcurrencyToken();
        table.HasIndex(c => c.ClientId).IsUnique();
        table.HasMany(c => c.Secrets).WithOne().HasForeignKey(s => s.ClientId).OnDelete(DeleteBehavior.Restrict);
        table.HasMany(c => c.Changes).WithOne().HasForeignKey(c => c.ClientId).OnDelete(DeleteBehavior.Restrict);
        table.Navigation(c => c.Secrets).UsePropertyAccessMode(PropertyAccessMode.Field);
        table.Navigation(c => c.Changes).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class ClientSecretTable : IEntityTypeConfiguration<ClientSecret>
{
    public void Configure(EntityTypeBuilder<ClientSecret> table)
    {
        table.ToTable("client_secrets");
        table.Property(s => s.Id).ValueGeneratedNever();
        table.Property(s => s.Hint).HasMaxLength(8);
        // an api_key is looked up by what it is; not unique, since a demo key may be chosen, given up and chosen again
        table.HasIndex(s => s.Hash);
    }
}

internal sealed class ClientChangeTable : IEntityTypeConfiguration<ClientChange>
{
    public void Configure(EntityTypeBuilder<ClientChange> table)
    {
        table.ToTable("client_changes");
        table.HasKey(c => new { c.ClientId, c.Version });
        table.Property(c => c.Version).ValueGeneratedNever();
        table.Property(c => c.ByName).HasMaxLength(Account.MaxFullNameLength);
        table.Property(c => c.Fields).IsJson();
        table.HasOne<Account>().WithMany().HasForeignKey(c => c.AccountId).OnDelete(DeleteBehavior.Restrict);
    }
}
