using System.Globalization;
using KediriLapor.Harness;
using KediriLapor.Persistence;
using KediriLapor.Persistence.PrivatePostgres;
using Npgsql;

namespace KediriLapor.Api.Tests.Persistence;

public sealed class PrivateClusterTests
{
    [Test]
    public async Task A_second_start_finds_what_the_first_one_wrote()
    {
        var folder = NewFolder();
        await using (var first = await StartAsync(folder))
        {
            await ExecuteAsync(first, "CREATE TABLE kept AS SELECT 42 AS answer");
        }

        await using var second = await StartAsync(folder);
        Assert.That(await AskAsync(second, "SELECT answer FROM kept"), Is.EqualTo(42));
    }

    [Test]
    public async Task Acknowledged_rows_survive_kill_9_of_the_server()
    {
        var folder = NewFolder();
        await using var cluster = await StartAsync(folder);
        await ExecuteAsync(cluster, "CREATE TABLE kept AS SELECT 42 AS answer");

        await ApiProcess.SignalAsync("KILL", cluster.ProcessId!.Value);
        await cluster.ExitedAsync(CancellationToken.None);
        await cluster.StartAsync(CancellationToken.None);

        Assert.That(await AskAsync(cluster, "SELECT answer FROM kept"), Is.EqualTo(42));
    }

    [Test]
    public async Task A_cluster_in_use_is_refused_and_its_holder_named()
    {
        var folder = NewFolder();
        await using var holder = await StartAsync(folder);
        await using var second = new Cluster(PostgresServer.Binaries(), folder);

        Assert.That(
            async () => await second.StartAsync(CancellationToken.None),
            Throws.TypeOf<StartupRefused>().With.Message.Contains($"process {Environment.ProcessId}"));
        Assert.That(await AskAsync(holder, "SELECT 1"), Is.EqualTo(1), "the holder is not disturbed");
    }

    [Test]
    public async Task A_first_start_that_was_cut_short_is_done_again()
    {
        var folder = NewFolder();
        Directory.CreateDirectory(Path.Combine(folder.Unfinished, "base"));
        await File.WriteAllTextAsync(Path.Combine(folder.Unfinished, "PG_VERSION"), "17");

        await using var cluster = await StartAsync(folder);

        Assert.That(await AskAsync(cluster, "SELECT 1"), Is.EqualTo(1));
        Assert.That(Directory.Exists(folder.Unfinished), Is.False);
    }

    [Test]
    public async Task A_folder_too_deep_for_a_socket_gets_one_under_a_short_name()
    {
        var folder = new ClusterFolder(Path.Combine(PostgresServer.NewFolder(), new string('d', 120)));

        await using var cluster = await StartAsync(folder);

        Assert.That(folder.Socket, Does.StartWith(Path.GetTempPath()));
        Assert.That(await AskAsync(cluster, "SELECT 1"), Is.EqualTo(1));
        await cluster.StopAsync();
        Directory.Delete(folder.Socket);
    }

    [Test]
    public async Task Nobody_else_can_reach_it_and_nothing_acknowledged_is_lost_at_a_power_cut()
    {
        var folder = NewFolder();
        await using var cluster = await StartAsync(folder);

        Assert.That(File.GetUnixFileMode(folder.PasswordFile), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
        Assert.That(await AskAsync(cluster, "SHOW listen_addresses"), Is.EqualTo(""));
        Assert.That(await AskAsync(cluster, "SHOW fsync"), Is.EqualTo("on"));
        Assert.That(await AskAsync(cluster, "SHOW synchronous_commit"), Is.EqualTo("on"));
        Assert.That(await AskAsync(cluster, "SHOW full_page_writes"), Is.EqualTo("on"));

        var stranger = cluster.Address("postgres");
        stranger.Password = "guessed";
        await using var session = new NpgsqlConnection(stranger.ConnectionString);
        Assert.That(
            async () => await session.OpenAsync(),
            Throws.TypeOf<PostgresException>().With.Property("SqlState").EqualTo(PostgresErrorCodes.InvalidPassword));
    }

    [Test]
    public void A_lost_password_is_told_by_the_name_of_its_file()
    {
        var folder = NewFolder();
        Assert.That(folder.ReadPassword, Throws.TypeOf<StartupRefused>().With.Message.Contains(folder.PasswordFile));
    }

    [Test]
    public void A_folder_without_the_programs_is_refused_by_name()
    {
        var empty = PostgresServer.NewFolder();
        Assert.That(
            () => PostgresBinaries.Find(empty, []),
            Throws.TypeOf<StartupRefused>().With.Message.Contains(empty).And.Message.Contains("initdb, pg_ctl, postgres"));
    }

    [Test]
    public void Data_of_another_major_are_refused_rather_than_replaced_by_an_empty_database()
    {
        var parent = PostgresServer.NewFolder();
        var data = Directory.CreateDirectory(Path.Combine(parent, "9", "data")).FullName;
        File.WriteAllText(Path.Combine(data, "PG_VERSION"), 9.ToString(CultureInfo.InvariantCulture) + "\n");

        Assert.That(
            () => PostgresBinaries.Find(null, ClusterFolder.MajorsWithData(parent)),
            Throws.TypeOf<StartupRefused>().With.Message.Contains("made by PostgreSQL 9"));
    }

    private static ClusterFolder NewFolder() => new(PostgresServer.NewFolder());

    private static async Task<Cluster> StartAsync(ClusterFolder folder)
    {
        var cluster = new Cluster(PostgresServer.Binaries(), folder);
        await cluster.StartAsync(CancellationToken.None);
        return cluster;
    }

    private static async Task ExecuteAsync(Cluster cluster, string sql) => await AskAsync(cluster, sql);

    private static async Task<object?> AskAsync(Cluster cluster, string sql)
    {
        var address = cluster.Address("postgres");
        address.Password = cluster.Folder.ReadPassword();
        address.Pooling = false;
        await using var session = new NpgsqlConnection(address.ConnectionString);
        await session.OpenAsync();
        await using var command = session.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync();
    }
}
