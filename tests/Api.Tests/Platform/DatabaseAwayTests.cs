using System.Net;
using KediriLapor.Harness;
using KediriLapor.Persistence;
using KediriLapor.Persistence.PrivatePostgres;
using KediriLapor.Persistence.Schedule;
using KediriLapor.Reports.Clocks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace KediriLapor.Api.Tests.Platform;

public sealed class DatabaseAwayTests
{
    [Test]
    public async Task While_the_database_is_away_one_is_asked_to_come_back_and_afterwards_all_works_by_itself()
    {
        await using var cluster = await StartClusterAsync();
        await using var api = new ApiHost(AddressOf(cluster, "kedirilapor"), settings: new Dictionary<string, string?> { [ScheduleSetup.Setting] = "true" });
        api.StartServer();
        using var given = new Given(api);
        var kept = await given.ReportAsync();
        await ReadyIsAsync(given, HttpStatusCode.OK);

        await ManyAskAsync(given, kept.TrackingPath, kept.SecretHeader);
        await Task.WhenAll(ManyAskAsync(given, kept.TrackingPath, kept.SecretHeader), cluster.StopAsync());

        await ReadyIsAsync(given, HttpStatusCode.ServiceUnavailable);
        Assert.That((await given.Citizen.GetAsync("/health/live")).Status, Is.EqualTo(HttpStatusCode.OK));
        Answer[] refusals =
        [
            await given.Citizen.GetAsync("/api/v1/public/reports"),
            await given.Citizen.GetAsync(kept.TrackingPath, kept.SecretHeader),
            await given.SubmitAsync(Given.Garbage),
        ];
        foreach (var refusal in refusals)
        {
            refusal.IsProblem(HttpStatusCode.ServiceUnavailable, "unavailable");
            Assert.That(refusal.Header("Retry-After"), Does.Match("^[0-9]+$"));
        }

        var neighbour = await given.Citizen.GetAsync("/open311/v2/requests.json");
        neighbour.HasStatus(HttpStatusCode.ServiceUnavailable);
        Assert.That((neighbour.Body[0].GetProperty("code").GetInt32(), neighbour.Header("Retry-After")), Is.EqualTo((503, "2")), "in the words of its standard");
        (await given.Citizen.GetAsync("/api/v1/services")).HasStatus(HttpStatusCode.OK);

        await cluster.StartAsync(CancellationToken.None);

        await ManyAskAsync(given, kept.TrackingPath, kept.SecretHeader);
        await ReadyIsAsync(given, HttpStatusCode.OK);
        (await given.Citizen.GetAsync(kept.TrackingPath, kept.SecretHeader)).HasStatus(HttpStatusCode.OK);
        (await given.SubmitAsync(Given.Garbage)).HasStatus(HttpStatusCode.Created);
        await api.OutboxIsDeliveredAsync();
        var scheduler = await api.Services.GetRequiredService<ISchedulerFactory>().GetScheduler();
        await scheduler.TriggerJob(new JobKey(nameof(ClimbEscalations)));
        Assert.That(
            await Eventually.SeeAsync(() => api.CountAsync("qrtz_execution_history WHERE manual AND succeeded"), runs => runs > 0), Is.EqualTo(1));
    }

    [Test]
    public async Task A_statement_that_was_being_prepared_when_the_server_went_works_after_its_return()
    {
        await using var cluster = await StartClusterAsync();
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("ConnectionStrings:Default", AddressOf(cluster, "postgres"))]).Build();
        await using var services = new ServiceCollection().AddLogging().AddDatabase(configuration).BuildServiceProvider();
        async Task<int> AskAsync()
        {
            await using var scope = services.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<AppDb>().Database.SqlQuery<int>($"SELECT 1 AS \"Value\"").SingleAsync();
        }

        await AskAsync();
        await cluster.StopAsync();
        Assert.That(AskAsync, Throws.Exception, "the second time it is prepared, or would be");
        await cluster.StartAsync(CancellationToken.None);

        Assert.That(await AskAsync(), Is.EqualTo(1));
    }

    private static async Task<Cluster> StartClusterAsync()
    {
        var cluster = new Cluster(PostgresServer.Binaries(), new ClusterFolder(PostgresServer.NewFolder()), "fsync=off");
        await cluster.StartAsync(CancellationToken.None);
        return cluster;
    }

    private static string AddressOf(Cluster cluster, string database)
    {
        var address = cluster.Address(database);
        address.Password = cluster.Folder.ReadPassword();
        return address.ConnectionString;
    }

    /// <summary>Fills the pool with sessions that are busy, or lost, when the server goes.</summary>
    private static async Task ManyAskAsync(Given given, string path, params (string, string)[] headers)
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => given.Citizen.GetAsync(path, headers)));
        Assert.That(answers.Select(answer => answer.Status), Is.All.AnyOf(HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable));
    }

    private static async Task ReadyIsAsync(Given given, HttpStatusCode status)
    {
        var ready = await Eventually.SeeAsync(() => given.Citizen.GetAsync("/health/ready"), answer => answer.Status == status);
        Assert.That(ready.Status, Is.EqualTo(status));
    }
}
