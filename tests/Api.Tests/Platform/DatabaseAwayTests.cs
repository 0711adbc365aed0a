using System.Net;
using KediriLapor.Harness;
using KediriLapor.Persistence.PrivatePostgres;

namespace KediriLapor.Api.Tests.Platform;

public sealed class DatabaseAwayTests
{
    [Test]
    public async Task While_the_database_is_away_one_is_asked_to_come_back_and_afterwards_all_works_by_itself()
    {
        await using var cluster = new Cluster(PostgresServer.Binaries(), new ClusterFolder(PostgresServer.NewFolder()), "fsync=off");
        await cluster.StartAsync(CancellationToken.None);
        var address = cluster.Address("kedirilapor");
        address.Password = cluster.Folder.ReadPassword();
        await using var api = new ApiHost(address.ConnectionString);
        api.StartServer();
        using var given = new Given(api);
        var kept = await given.ReportAsync();
        await ReadyIsAsync(given, HttpStatusCode.OK);

        await cluster.StopAsync();

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

        (await given.Citizen.GetAsync("/api/v1/services")).HasStatus(HttpStatusCode.OK);

        await cluster.StartAsync(CancellationToken.None);

        await ReadyIsAsync(given, HttpStatusCode.OK);
        (await given.Citizen.GetAsync(kept.TrackingPath, kept.SecretHeader)).HasStatus(HttpStatusCode.OK);
        (await given.SubmitAsync(Given.Garbage)).HasStatus(HttpStatusCode.Created);
        await api.OutboxIsDeliveredAsync();
    }

    private static async Task ReadyIsAsync(Given given, HttpStatusCode status)
    {
        var ready = await Eventually.SeeAsync(() => given.Citizen.GetAsync("/health/ready"), answer => answer.Status == status);
        Assert.That(ready.Status, Is.EqualTo(status));
    }
}
