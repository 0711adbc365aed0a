using KediriLapor.Accounts;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reading;
using KediriLapor.Persistence.Reference;
using KediriLapor.Reports;
using KediriLapor.Reports.Model;
using KediriLapor.Webhooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KediriLapor.House.Tests.Database;

/// <summary>What one may see is said twice, to EF Core and in SQL: for everybody who works here both mean the same reports.</summary>
public sealed class ReportScopeTests
{
    /// <summary>One report of every kind that a scope tells apart.</summary>
    private const string EveryKind =
        """
        CREATE TEMP TABLE kinds AS
        SELECT gen_random_uuid() AS id, service, agency, ward, confidential, climbed, entered
        FROM unnest(ARRAY['JLN-RUSAK', 'APR-PUNGLI', (SELECT code FROM services WHERE confidential_by_default AND NOT integrity ORDER BY code LIMIT 1)]) AS service,
            unnest(ARRAY['DPUPR', 'DLHKP', 'INSPEKTORAT', 'SETDA', '35.71.01', '35.71.01.1001', '35.71.01.1002', NULL]) AS agency,
            unnest(ARRAY['35.71.01.1001', '35.71.02.1001', NULL]) AS ward,
            unnest(ARRAY[true, false]) AS confidential, unnest(ARRAY['SETDA', 'DPUPR', NULL]) AS climbed, unnest(ARRAY[true, false]) AS entered;

        INSERT INTO reports (id, tracking_code, secret_hash, service_code, description, public_description, answers, anonymous, confidential, channel, status,
            agency_code, submitted_at, status_since, due_at, returns, version, last_hash, kelurahan_code)
        SELECT id, left(md5(id::text), 11), '', service, 'Laporan', 'Laporan', '{}', false, confidential, 'Web', 'Routed',
            (SELECT code FROM agencies WHERE code = agency), now(), now(), now(), 0, 1, '', (SELECT code FROM kelurahan WHERE code = ward)
        FROM kinds;

        INSERT INTO report_events (report_id, sequence, type, at, actor_kind, actor_id, actor_name, status, service_code,
            public_note_digest, internal_note_digest, staff_salt, staff_digest, previous_hash, hash)
        SELECT id, 1, 'Submitted', now(), 'Staff', CASE WHEN entered THEN (SELECT accounts.id FROM accounts WHERE user_name = 'operator') END, 'Operator', 'Submitted', service,
            '', '', '', '', '', ''
        FROM kinds;

        INSERT INTO escalations (report_id, ordinal, status, since, due_at, step, audience, agency_code, at)
        SELECT id, 1, 'Routed', now(), now(), 1, 'Head', climbed, now() FROM kinds WHERE climbed IN (SELECT code FROM agencies);
        """;

    [Test]
    public async Task Both_ways_of_saying_what_one_may_see_mean_the_same_reports()
    {
        await using var people = await People.ArriveAsync();
        await people.Api.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync(EveryKind.Replace("'{}'", "'{{}}'", StringComparison.Ordinal)));
        var city = people.Api.Services.GetRequiredService<CityWatch>().Current;
        await using var scope = people.Api.Services.CreateAsyncScope();
        var (db, actors) = (scope.ServiceProvider.GetRequiredService<AppDb>(), scope.ServiceProvider.GetRequiredService<StaffActors>());
        var reports = await db.Reports.AsNoTracking().ToListAsync();

        var seen = new List<int>();
        var everybody = new List<Actor> { Client(wholeCity: true), Client(wholeCity: false, "DPUPR"), Client(wholeCity: false, "INSPEKTORAT", "35.71.01.1001") };
        foreach (var account in await db.Users.ToListAsync())
        {
            everybody.Add(await actors.OfAsync(account, CancellationToken.None));
        }

        foreach (var actor in everybody)
        {
            var toEntityFramework = await db.Reports.VisibleTo(actor, city).Select(report => report.Id).ToListAsync();
            await using var rows = await db.Read(CancellationToken.None, $"SELECT r.id FROM reports AS r WHERE {actor.Sees(city)}");
            Assert.That(await rows.All(row => row.Value<Guid>(), CancellationToken.None), Is.EquivalentTo(toEntityFramework), actor.Name);
            seen.Add(toEntityFramework.Count);
            if (actor.Client is { } client)
            {
                // and what a client's webhooks tell of what happens now is just that
                var sight = Sight.Of(client.Scopes, actor.May(Permission.ReadAllReports) ? null : actor.Agencies);
                Assert.That(
                    reports.Where(report => Newest(report).IsVisibleTo(sight, city)).Select(report => report.Id), Is.EquivalentTo(toEntityFramework), actor.Name);
            }
        }

        Assert.That(seen.Distinct().Count(), Is.GreaterThan(6), "people see differently much");
        Assert.That(seen, Has.Some.EqualTo(reports.Count).And.Some.EqualTo(0));

        static Happened Newest(Report report) => new(
            1, report.Id, report.Version, ReportEventType.StatusChanged, report.StatusSince, report.Status, null, report.AgencyCode, null, report.ServiceCode, null, null, report.ServiceCode,
            report.Confidential, ForOutside: true, Receiver: null);

        static Actor Client(bool wholeCity, params string[] agencies) => new(
            ActorKind.Client, null, "Klien " + string.Join('+', agencies), null, ClientScopes.Permissions(ClientScopes.All, wholeCity), agencies)
        {
            Client = new ClientIdentity(Guid.CreateVersion7(), ClientScopes.All),
        };
    }
}
