using KediriLapor.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace KediriLapor.Api.Tests.Persistence;

public sealed class DatabaseStartupTests
{
    [Test]
    public async Task Two_instances_that_start_at_once_create_and_upgrade_one_database()
    {
        var server = await PostgresServer.SharedAsync();
        var fresh = server.ConnectionString("started_by_two");
        await using var one = new ApiHost(fresh);
        await using var two = new ApiHost(fresh);

        await Task.WhenAll(Task.Run(one.StartServer), Task.Run(two.StartServer));

        Assert.That(await two.InDatabaseAsync(db => db.Database.GetPendingMigrationsAsync()), Is.Empty);
    }

    [Test]
    public async Task A_database_that_could_lose_acknowledged_reports_is_refused()
    {
        var server = await PostgresServer.SharedAsync();
        using var careless = ApiProcess.Start(PostgresServer.NewFolder(), await server.CloneAsync());

        Assert.That(await careless.ExitedAsync(), Is.EqualTo(1));
        Assert.That(careless.Errors, Does.Contain("fsync, full_page_writes, synchronous_commit is off"));
    }

    [Test]
    public async Task Every_fixture_has_a_database_of_its_own_and_may_set_the_clock()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 8, 0, 0, TimeSpan.FromHours(7)));
        await using var one = await ApiHost.StartAsync(clock);
        await using var two = await ApiHost.StartAsync();

        await one.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync("CREATE TABLE mine ()"));

        Assert.That(await two.InDatabaseAsync(db => db.Database.SqlQuery<string?>($"SELECT to_regclass('mine')::text AS \"Value\"").SingleAsync()), Is.Null);
        Assert.That(one.Services.GetRequiredService<TimeProvider>(), Is.SameAs(clock));
    }

    [Test]
    public async Task A_connection_string_may_override_the_time_limits_of_ours()
    {
        var server = await PostgresServer.SharedAsync();
        await using var host = new ApiHost(await server.CloneAsync() + ";Command Timeout=3");
        host.StartServer();

        var session = new NpgsqlConnectionStringBuilder(host.Services.GetRequiredService<NpgsqlDataSource>().ConnectionString);

        Assert.That((session.CommandTimeout, session.Timeout), Is.EqualTo((3, 5)));
    }
}
