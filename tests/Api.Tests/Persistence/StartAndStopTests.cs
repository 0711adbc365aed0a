using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using KediriLapor.Harness;

namespace KediriLapor.Api.Tests.Persistence;

/// <summary>The real program with its private database, started and ended as people and machines do it.</summary>
public sealed class StartAndStopTests
{
    private string stopped = "";

    [OneTimeSetUp]
    public async Task Start_and_stop_once()
    {
        stopped = PostgresServer.NewFolder();
        using var first = ApiProcess.Start(stopped);
        await first.ListeningAsync();
        await first.SignalAsync("TERM");
        Assert.That(await first.ExitedAsync(), Is.Zero);
    }

    [Test]
    public async Task A_second_start_on_the_same_data_is_refused_in_one_line()
    {
        var data = await DataAsync();
        using var first = ApiProcess.Start(data);
        await first.ListeningAsync();

        using var second = ApiProcess.Start(data);

        Assert.That(await second.ExitedAsync(), Is.EqualTo(1));
        Assert.That(second.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries), Has.Length.EqualTo(1));
        Assert.That(second.Errors, Does.Contain($"in use by process {first.Id}"));
    }

    [Test]
    public async Task A_command_works_on_the_data_of_the_serving_program_and_changes_no_password()
    {
        var data = await DataAsync();
        var development = new Dictionary<string, string?> { ["ASPNETCORE_ENVIRONMENT"] = "Development", ["KEDIRILAPOR_DEMO_PASSWORD"] = "tahu-kuning-kediri" };
        using var serving = ApiProcess.Start(data, environment: development);
        var address = await serving.ListeningAsync();

        development["KEDIRILAPOR_DEMO_PASSWORD"] = null;
        using var check = ApiProcess.Start(data, environment: development, command: ["history", "check"]);

        Assert.That(await check.ExitedAsync(), Is.Zero, check.Errors);
        Assert.That(check.Output, Does.Not.Contain("Demo people").And.Not.Contain("info:"), "what it found stands alone");
        using var client = new HttpClient { BaseAddress = address };
        using var signedIn = await client.PostAsJsonAsync("/api/v1/session", new { userName = "verifikator", password = "tahu-kuning-kediri" });
        Assert.That(signedIn.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task A_first_start_from_any_folder_reads_its_settings_and_shows_no_error()
    {
        using var api = ApiProcess.Start(PostgresServer.NewFolder(), from: "/");
        await api.ListeningAsync();

        Assert.That(api.Output, Does.Not.Contain("fail:").And.Not.Contain("DbCommand"));
        Assert.That(api.Errors, Is.Empty);
    }

    [Test]
    public async Task An_address_that_is_taken_is_told_in_one_line()
    {
        var server = await PostgresServer.SharedAsync();
        var here = await server.CloneAsync();
        var tests = new Dictionary<string, string?> { ["Postgres__AllowUnsafe"] = "true" };
        using var first = ApiProcess.Start(PostgresServer.NewFolder(), here, tests);
        var taken = (await first.ListeningAsync()).GetLeftPart(UriPartial.Authority);

        using var second = ApiProcess.Start(PostgresServer.NewFolder(), here, tests, taken);

        Assert.That(await second.ExitedAsync(), Is.EqualTo(1));
        Assert.That(second.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries), Has.Length.EqualTo(1));
        Assert.That(second.Errors, Does.Contain(taken).And.Contain("--urls"));
    }

    [Test]
    public async Task A_data_folder_that_cannot_be_made_is_told_in_one_line()
    {
        using var api = ApiProcess.Start("/proc/nowhere");

        Assert.That(await api.ExitedAsync(), Is.EqualTo(1));
        Assert.That(api.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries), Has.Length.EqualTo(1));
        Assert.That(api.Errors, Does.Contain("/proc/nowhere").And.Contain("KEDIRILAPOR_DATA"));
    }

    [Test]
    public async Task A_start_that_is_broken_off_ends_program_and_database_in_order()
    {
        var data = PostgresServer.NewFolder();
        using var api = ApiProcess.Start(data);
        Assert.That(() => api.Output, Does.Contain("PostgreSQL 1").After(60_000, 20));

        await api.SignalAsync("TERM");

        Assert.That(await api.ExitedAsync(), Is.Zero);
        Assert.That(api.Errors, Is.Empty);
        Assert.That(api.Output, Does.Not.Contain("ended unasked"));
        Assert.That(PostmasterFile(data), Does.Not.Exist);
    }

    [TestCase("TERM")]
    [TestCase("INT")]
    public async Task A_request_to_stop_ends_program_and_database_in_order(string signal)
    {
        var data = await DataAsync();
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
        var data = await DataAsync();
        using var killed = ApiProcess.Start(data);
        await killed.ListeningAsync();

        await killed.SignalAsync("KILL");
        using var next = ApiProcess.Start(data);

        Assert.That(await next.ListeningAsync(), Is.Not.Null);
    }

    [Test]
    public async Task After_kill_9_of_program_and_database_the_next_start_recovers()
    {
        var data = await DataAsync();
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
        var data = await DataAsync();
        using var api = ApiProcess.Start(data);
        await api.ListeningAsync();
        var before = ServerProcessId(data);

        await ApiProcess.SignalAsync("KILL", before);

        Assert.That(
            () => File.Exists(PostmasterFile(data)) ? ServerProcessId(data) : before,
            Is.Not.EqualTo(before).After(20_000, 100));
    }

    /// <summary>What an earlier run has left: a first start takes three times as long, and most stories do not begin with one.</summary>
    private async Task<string> DataAsync()
    {
        var data = PostgresServer.NewFolder();
        using var copy = Process.Start("cp", ["-a", stopped + "/.", data]);
        await copy.WaitForExitAsync();
        Array.ForEach(Logs(data), File.Delete);
        return data;
    }

    private static string PostmasterFile(string data) => Path.Combine(Cluster(data), "data", "postmaster.pid");

    private static int ServerProcessId(string data) =>
        int.Parse(File.ReadLines(PostmasterFile(data)).First(), System.Globalization.CultureInfo.InvariantCulture);

    private static string ServerLog(string data) =>
        string.Concat(Logs(data).Select(File.ReadAllText));

    private static string[] Logs(string data) => Directory.GetFiles(Path.Combine(Cluster(data), "log"));

    private static string Cluster(string data) => Directory.GetDirectories(Path.Combine(data, "postgres")).Single();
}
