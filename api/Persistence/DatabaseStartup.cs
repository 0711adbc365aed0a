using System.Diagnostics;
using KediriLapor.Accounts;
using KediriLapor.Clients;
using KediriLapor.Merata;
using KediriLapor.Mobmas;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;

namespace KediriLapor.Persistence;

/// <summary>
/// Makes the database ready before any other service reads from it (sign-in keys are read at start): waits for the
/// server, creates the database, refuses one that could lose acknowledged reports, upgrades schema and reference data.
/// </summary>
internal sealed class DatabaseStartup(
    NpgsqlDataSource dataSource, IServiceProvider services, CityWatch city, IConfiguration configuration, TimeProvider time, ILogger<DatabaseStartup> log)
    : IHostedLifecycleService
{
    // "KEDIRI" in ASCII: any number will do, as long as every instance takes the same
    private const long UpgradeLock = 0x4B4544495249;

    // a server in another container may still be on its way
    private static readonly TimeSpan PatienceWithServer = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan LongestMigration = TimeSpan.FromMinutes(30);

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await ReachAsync(cancellationToken);
        if (!configuration.GetValue<bool>("Postgres:AllowUnsafe"))
        {
            await RefuseUnsafeAsync(cancellationToken);
        }

        await UpgradeOnceAsync(cancellationToken);
        // neither needs the other, and both take their time: the suggestions' index, and the passwords' many rounds
        await Task.WhenAll(
            city.Refresh(cancellationToken),
            configuration.GetValue(FirstAccounts.Setting, true) ? FirstAccounts.PrepareAsync(services, cancellationToken) : Task.CompletedTask);
        await DemoClient.PrepareAsync(services, cancellationToken);
        await DemoCars.PrepareAsync(services, cancellationToken);
        await DemoWorks.PrepareAsync(services, cancellationToken);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static async Task UpgradeAsync(AppDb db, CancellationToken ct)
    {
        db.Database.SetCommandTimeout(LongestMigration);
        var history = db.GetService<IHistoryRepository>();

        // EF Core learns from a failing statement that it begins, and the log would greet a first start with an error
        if (!await db.Database.SqlQuery<bool>($"""SELECT to_regclass('"__EFMigrationsHistory"') IS NOT NULL AS "Value" """).SingleAsync(ct))
        {
            await db.Database.ExecuteSqlRawAsync(history.GetCreateScript(), ct);
        }

        // asked first: MigrateAsync builds the design-time model even when there is nothing to do
        if ((await db.Database.GetPendingMigrationsAsync(ct)).Any())
        {
            await db.Database.MigrateAsync(ct);
        }
    }

    private async Task ReachAsync(CancellationToken ct)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                await using var session = await dataSource.OpenConnectionAsync(ct);
                return;
            }
            catch (PostgresException absent) when (absent.SqlState == PostgresErrorCodes.InvalidCatalogName)
            {
                await CreateAsync(ct);
            }
            catch (NpgsqlException failure) when (failure.IsTransient && waited.Elapsed < PatienceWithServer)
            {
                log.LogWarning("The database does not answer yet: {Reason}", failure.Message);
                await Task.Delay(TimeSpan.FromSeconds(1), ct);
            }
            catch (NpgsqlException failure)
            {
                throw new StartupRefused($"The database cannot be reached: {failure.Message}");
            }
        }
    }

    private async Task CreateAsync(CancellationToken ct)
    {
        await using var session = dataSource.CreateConnection();
        var name = session.Database;
        await using var maintenance = await session.CloneWithAsync(
            new NpgsqlConnectionStringBuilder(session.ConnectionString) { Database = "postgres", Pooling = false }.ConnectionString, ct);
        try
        {
            await maintenance.OpenAsync(ct);
            await using var create = maintenance.CreateCommand();
            create.CommandText = $"CREATE DATABASE \"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
            create.CommandTimeout = 60;
            await create.ExecuteNonQueryAsync(ct);
        }
        catch (PostgresException twin) when (twin.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            log.LogInformation("Another instance created the database {Name}", name);
        }
        catch (NpgsqlException failure)
        {
            throw new StartupRefused($"The database {name} does not exist and cannot be created: {failure.Message}");
        }
    }

    private async Task RefuseUnsafeAsync(CancellationToken ct)
    {
        await using var command = dataSource.CreateCommand(
            """
            SELECT string_agg(name, ', ' ORDER BY name) FROM pg_settings
            WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit') AND setting = 'off'
            """);
        if (await command.ExecuteScalarAsync(ct) is string settings)
        {
            throw new StartupRefused(
                $"The database could lose acknowledged reports at a power cut: {settings} is off. Turn it on (Postgres:AllowUnsafe=true is for tests).");
        }
    }

    private async Task UpgradeOnceAsync(CancellationToken ct)
    {
        await using var session = await dataSource.OpenConnectionAsync(ct);
        await using var command = session.CreateCommand();
        command.CommandTimeout = (int)LongestMigration.TotalSeconds;
        command.CommandText = $"SELECT pg_advisory_lock({UpgradeLock})";
        await command.ExecuteNonQueryAsync(ct);
        try
        {
            await using var scope = services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<AppDb>();
            await UpgradeAsync(db, ct);
            var added = await ReferenceData.Load(db, ReferenceFiles.Shipped, time.Now(), ct);
            if (added > 0)
            {
                log.LogInformation("{Count} rows of reference data are new", added);
            }
        }
        finally
        {
            command.CommandText = $"SELECT pg_advisory_unlock({UpgradeLock})";
            await command.ExecuteNonQueryAsync(CancellationToken.None);
        }
    }
}
