using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace KediriLapor.Persistence;

/// <summary>Lets <c>dotnet ef migrations add</c> see the model without a server.</summary>
internal sealed class DesignTimeDb : IDesignTimeDbContextFactory<AppDb>
{
    public AppDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<AppDb>().UseNpgsql("Host=design-time").UseSnakeCaseNamingConvention().Options);
}
