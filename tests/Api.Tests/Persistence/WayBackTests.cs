using KediriLapor.Harness;
using KediriLapor.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace KediriLapor.Api.Tests.Persistence;

/// <summary>A release that has to be taken back: the schema goes down as it came up.</summary>
public sealed class WayBackTests
{
    /// <summary>Columns, constraints, indexes, triggers and functions, one a line.</summary>
    private const string Schema = """
        SELECT what AS "Value" FROM (
            SELECT format('column %s.%s %s %s %s', table_name, column_name, data_type, is_nullable, character_maximum_length) FROM information_schema.columns WHERE table_schema = 'public'
            UNION ALL SELECT format('constraint %s %s', conrelid::regclass, pg_get_constraintdef(oid)) FROM pg_constraint WHERE connamespace = 'public'::regnamespace
            UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
            UNION ALL SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
            UNION ALL SELECT format('function %s', p.oid::regprocedure) FROM pg_proc p LEFT JOIN pg_depend d ON d.objid = p.oid AND d.deptype = 'e'
                WHERE pronamespace = 'public'::regnamespace AND d.objid IS NULL
        ) t(what) ORDER BY what
        """;

    [Test]
    public async Task Every_migration_is_taken_back_with_data_in_it_and_made_again()
    {
        string database;
        await using (var api = await ApiHost.StartDemoAsync())
        {
            using var given = new Given(api);
            await given.ResolvedAsync();
            await api.OutboxIsDeliveredAsync();
            database = api.Database;
        }

        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["ConnectionStrings:Default"] = database }).Build();
        await using var services = new ServiceCollection().AddDatabase(settings).BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var names = db.Database.GetMigrations().ToArray();
        Assert.That(names, Has.Length.GreaterThan(10));
        var last = await SchemaAsync(db);
        Assert.That(last, Has.Some.Contain("append_only"));
        var (down, up) = (new List<string[]>(), new List<string[]>());
        foreach (var name in names.SkipLast(1).Reverse())
        {
            await db.GetService<IMigrator>().MigrateAsync(name);
            down.Add(await SchemaAsync(db));
        }

        await db.GetService<IMigrator>().MigrateAsync(Migration.InitialDatabase);
        Assert.That((await SchemaAsync(db)).Where(line => !line.Contains("__EFMigrationsHistory", StringComparison.Ordinal)), Is.Empty, "nothing is left");
        foreach (var name in names)
        {
            await db.GetService<IMigrator>().MigrateAsync(name);
            up.Add(await SchemaAsync(db));
        }

        Assert.Multiple(() =>
        {
            foreach (var (name, below, above) in names.SkipLast(1).Reverse().Zip(down, up.SkipLast(1).Reverse()))
            {
                Assert.That(below, Is.EqualTo(above), $"what the way down leaves at {name}");
            }

            Assert.That(up[^1], Is.EqualTo(last));
        });
        await using var again = await ApiHost.StartDemoAsync(database: database);
        using var continued = new Given(again);
        await continued.InProgressAsync();
    }

    private static Task<string[]> SchemaAsync(AppDb db) => db.Database.SqlQueryRaw<string>(Schema).ToArrayAsync();
}
