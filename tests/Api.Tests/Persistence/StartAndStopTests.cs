using KediriLapor.Harness;

namespace KediriLapor.Api.Tests.Persistence;

/// <summary>The real program with its private database, started and ended as people and machines do it.</summary>
public sealed class StartAndStopTests
{
    [Test]
    public async Task A_second_start_on_the_same_data_is_refused_in_one_line()
    {
        var data = PostgresServer.NewFolder();
        using var first = ApiProcess.Start(data);
        await first.ListeningAsync();

        using var second = ApiProcess.Start(data);

        Assert.That(await second.ExitedAsync(), Is.EqualTo(1));
        Assert.That(second.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries), Has.Length.EqualTo(1));
        Assert.That(second.Errors, Does.Contain($"in use by process {first.Id}"));
    }

    [TestCase("TERM")]
    [TestCase("INT")]
    public async Task A_request_to_stop_ends_program_and_database_in_order(string signal)
    {
        var data = PostgresServer.NewFolder();
        using var api = ApiProcess.Start(data);
        await api.ListeningAsync();

        await api.SignalAsync(signal);

        Assert.That(await api.ExitedAsync(), Is.Zero);
        Assert.That(PostmasterFile(data), Does.Not.Exist);
        Assert.That(ServerLog(data), Does.Contain("database system is shut down"));
    }

    [Test]
    public async Task After_kill_9_of_the_program_the_next_start_serves()
    {
        var data = PostgresServer.NewFolder();
        using var killed = ApiProcess.Start(data);
        await killed.ListeningAsync();

        await killed.SignalAsync("KILL");
        using var next = ApiProcess.Start(data);

        Assert.That(await next.ListeningAsync(), Is.Not.Null);
    }

    [Test]
    public async Task After_kill_9_of_program_and_database_the_next_start_recovers()
    {
        var data = PostgresServer.NewFolder();
        using var killed = ApiProcess.Start(data);
        await killed.ListeningAsync();

        await ApiProcess.SignalAsync("STOP", killed.Id);
        await ApiProcess.SignalAsync("KILL", ServerProcessId(data));
        await killed.SignalAsync("KILL");
        using var next = ApiProcess.Start(data);
        await next.ListeningAsync();

        Assert.That(ServerLog(data), Does.Contain("automatic recovery in progress"));
    }

    [Test]
    public async Task A_database_killed_under_the_running_program_is_started_again()
    {
        var data = PostgresServer.NewFolder();
        using var api = ApiProcess.Start(data);
        await api.ListeningAsync();
        var before = ServerProcessId(data);

        await ApiProcess.SignalAsync("KILL", before);

        Assert.That(
            () => File.Exists(PostmasterFile(data)) ? ServerProcessId(data) : before,
            Is.Not.EqualTo(before).After(20_000, 100));
    }

    private static string PostmasterFile(string data) => Path.Combine(Cluster(data), "data", "postmaster.pid");

    private static int ServerProcessId(string data) =>
        int.Parse(File.ReadLines(PostmasterFile(data)).First(), System.Globalization.CultureInfo.InvariantCulture);

    private static string ServerLog(string data) =>
        string.Concat(Directory.GetFiles(Path.Combine(Cluster(data), "log")).Select(File.ReadAllText));

    private static string Cluster(string data) => Directory.GetDirectories(Path.Combine(data, "postgres")).Single();
}
