using KediriLapor.Harness;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.House.Tests.Database;

public sealed class MigrationTests
{
    [Test]
    public async Task The_migrations_make_the_model()
    {
        await using var api = await ApiHost.StartAsync();
        Assert.That(await api.InDatabaseAsync(db => Task.FromResult(db.Database.GetMigrations().ToArray())), Is.Not.Empty);
        Assert.That(await api.InDatabaseAsync(db => Task.FromResult(db.Database.HasPendingModelChanges())), Is.False);
    }

    [Test]
    public void No_migration_carries_a_copy_of_the_model() =>
        Assert.That(Directory.GetFiles(Path.Combine(Source.Root, "api", "Persistence", "Migrations"), "*.Designer.cs").Where(file => new FileInfo(file).Length > 1000), Is.Empty);

    [Test]
    public async Task Two_instances_that_start_at_once_on_an_empty_server_migrate_and_seed_once()
    {
        var server = await PostgresServer.SharedAsync();
        var fresh = server.ConnectionString("house_of_two");
        await using var one = new ApiHost(fresh);
        await using var two = new ApiHost(fresh);
        await Task.WhenAll(Task.Run(one.StartServer), Task.Run(two.StartServer));

        var (known, applied, agencies) = await two.InDatabaseAsync(async db => (
            db.Database.GetMigrations().ToArray(), (await db.Database.GetAppliedMigrationsAsync()).ToArray(), await db.Agencies.CountAsync()));
        Assert.That(known, Is.Not.Empty);
        Assert.That(applied, Is.EqualTo(known));
        Assert.That(agencies, Is.GreaterThan(100));
    }
}
