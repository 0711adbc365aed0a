using KediriLapor.Merata;
using KediriLapor.Mobmas;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Schedule;
using KediriLapor.Reports.Attachments;
using KediriLapor.Reports.Clocks;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace KediriLapor.House.Tests.Database;

/// <summary>
/// The statements that the city waits for most, as they are sent on 50,000 reports: none reads a table that grows from end to
/// end, and no page costs a sort of all that was ever stored.
/// </summary>
public sealed class QueryPlanTests
{
    private readonly SentCommands sent = new();
    private People people = null!;

    private NpgsqlDataSource Database => people.Api.Services.GetRequiredService<NpgsqlDataSource>();

    [OneTimeSetUp]
    public async Task Start()
    {
        people = await People.ArriveAsync(sent.Hear);
        var script = await File.ReadAllTextAsync(Path.Combine(Source.Root, "tests/House.Tests/Database/city.sql"));
        await using var city = Database.CreateCommand(script);
        city.CommandTimeout = 300;
        await city.ExecuteNonQueryAsync();
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        sent.Dispose();
        await people.DisposeAsync();
    }

    [TestCase("petugas.dpupr", "", TestName = "The queue of an agency")]
    [TestCase("petugas.bandar-lor", "", TestName = "The queue of a kelurahan")]
    [TestCase("camat.mojoroto", "", TestName = "The queue of a kecamatan")]
    [TestCase("sekda", "", TestName = "The queue of what climbed to Setda")]
    [TestCase("verifikator", "", TestName = "The queue of the whole city")]
    [TestCase("verifikator", "status=submitted", TestName = "The queue of one status")]
    [TestCase("verifikator", "status=routed&status=inProgress", TestName = "The queue of two statuses")]
    [TestCase("petugas.dpupr", "status=inProgress", TestName = "An agency's queue of one status")]
    [TestCase("verifikator", "agency=DPUPR", TestName = "One agency's reports for a verifier")]
    [TestCase("verifikator", "service=JLN-RUSAK", TestName = "One service's reports")]
    [TestCase("verifikator", "overdue=true", TestName = "What is overdue")]
    [TestCase("petugas.dpupr", "overdue=true", TestName = "What is overdue in an agency")]
    [TestCase("kepala.dpupr", "escalated=true", TestName = "What climbed to a head")]
    [TestCase("inspektorat", "escalated=true", TestName = "What climbed to Inspektorat")]
    public async Task A_queue_is_read_along_an_index(string userName, string query)
    {
        var person = await people.SignedIn(userName);
        foreach (var path in new[] { "reports?" + query, await NextPage(person, "reports?" + query) })
        {
            await Holds(path, "reports", paged: true, () => person.Get(path));
        }
    }

    /// <summary>What is counted waits for somebody: the closed ones, of which there are ever more, are not looked at.</summary>
    [TestCase("verifikator", "")]
    [TestCase("petugas.dpupr", "")]
    [TestCase("verifikator", "?agency=DPUPR")]
    public async Task A_queue_is_counted_along_an_index(string userName, string query)
    {
        var person = await people.SignedIn(userName);
        await Holds("counts" + query, "reports", paged: false, () => person.Get("reports/counts" + query));
    }

    [Test]
    public async Task What_happened_since_is_found_by_its_transaction()
    {
        await using var reader = Database.CreateCommand(
            """
            EXPLAIN SELECT report_id FROM report_events
            WHERE recorded_in >= pg_snapshot_xmin(pg_current_snapshot()) AND NOT pg_visible_in_snapshot(recorded_in, pg_current_snapshot())
            """);
        Assert.That(await reader.ExecuteScalarAsync(), Does.Contain("ix_report_events_recorded_in"));
    }

    /// <summary>They are found by their operator and then sorted: as many as one person enters in a working life.</summary>
    [Test]
    public async Task What_an_operator_entered_is_found_by_the_operator()
    {
        var person = await people.SignedIn("operator");
        await Holds("entered", "reports", paged: false, () => person.Get("reports"));
    }

    [TestCase("public/works")]
    [TestCase("public/works?kelurahan=35.71.01.1001&year=2026")]
    [TestCase("public/works?stage=planned&year=2026")]
    [TestCase("merata/works?kelurahan=35.71.01.1001")]
    public async Task Works_are_read_along_an_index(string path)
    {
        var person = path.StartsWith("public", StringComparison.Ordinal) ? people.Stranger() : await people.SignedIn("petugas.bandar-lor");
        await Holds(path, "works", paged: true, () => person.Get(path));
        var next = await NextPage(person, path);
        await Holds(next, "works", paged: true, () => person.Get(next));
    }

    [TestCase("merata/findings")]
    [TestCase("merata/findings?overdue=true")]
    [TestCase("merata/findings?kelurahan=35.71.01.1001")]
    public async Task Findings_are_read_along_an_index(string path)
    {
        var person = await people.SignedIn("bagpem");
        await Holds(path, "findings", paged: true, () => person.Get(path));
    }

    /// <summary>A budget year of the whole city is summed from all its works, and from those alone.</summary>
    [TestCase("works")]
    [TestCase("work_events")]
    [TestCase("findings")]
    [TestCase("finding_events")]
    [TestCase("work_links")]
    [TestCase("report_events")]
    public async Task A_year_of_Monev_is_read_along_indexes(string table)
    {
        var person = await people.SignedIn("bagpem");
        await Holds("monev of " + table, table, paged: false, () => person.Get("monev/report?year=2026&area=35.71.01.1001"));
    }

    [TestCase("calls")]
    [TestCase("calls?kind=prank")]
    [TestCase("calls?own=true")]
    public async Task The_call_log_is_read_along_an_index(string path)
    {
        var person = await people.SignedIn("operator");
        await Holds(path, "calls", paged: true, () => person.Get(path));
        var next = await NextPage(person, path);
        await Holds(next, "calls", paged: true, () => person.Get(next));
    }

    [Test]
    public async Task A_day_of_calls_is_counted_and_a_caller_found_along_an_index()
    {
        var person = await people.SignedIn("operator");
        await Holds("calls of today", "calls", paged: false, () => person.Get("calls/counts"));
        await Holds("caller", "calls", paged: true, () => person.Send("POST", "calls/callers", new { phone = "081234567890" }));
        await Holds("caller's reports", "reports", paged: true, () => person.Send("POST", "calls/callers", new { phone = "081234567890" }));
    }

    [Test]
    public async Task Words_and_tracking_codes_are_found_without_reading_every_report()
    {
        var person = await people.SignedIn("verifikator");
        var report = await Given.RoutedReport(people.Stranger());
        await Holds("words", "reports", paged: false, () => person.Get("reports?q=sampah+nomor+77"));
        await Holds("code", "reports", paged: true, () => person.Get("reports?q=" + report.TrackingCode));
    }

    [TestCase("verifikator")]
    [TestCase("operator")]
    public async Task A_phone_is_found_without_opening_or_reading_any_contact(string userName)
    {
        var person = await people.SignedIn(userName);
        await Holds("phone", "reporter_contacts", paged: true, () => person.Get("reports?q=0812%203456%207890"));
    }

    [TestCase("public/reports")]
    [TestCase("public/reports?status=inProgress")]
    [TestCase("public/reports?service=JLN-RUSAK")]
    [TestCase("public/reports?bbox=112.00,-7.82,112.005,-7.815")]
    public async Task The_public_list_is_read_along_an_index(string path)
    {
        var person = people.Stranger();
        // a part of the map is found by its place and then sorted
        var paged = !path.Contains("bbox", StringComparison.Ordinal);
        await Holds(path, "public_reports", paged, () => person.Get(path));
        var next = await NextPage(person, path);
        await Holds(next, "public_reports", paged, () => person.Get(next));
    }

    private static IEnumerable<string> Open311Filters() =>
    [
        "", "status=open", "status=closed", "service_code=JLN-RUSAK", "service_code=JLN-RUSAK,PJU-PADAM&status=open", "agency_responsible=DPUPR",
        $"start_date={Days(200)}&end_date={Days(120)}", $"updated_after={Days(30)}", $"updated_after={Days(30)}&status=closed", "sort=requested_datetime", "sort=-requested_datetime",
        "bbox=112.00,-7.82,112.005,-7.815", "lat=-7.8166&long=112.0119&radius=300", "page=3&page_size=50", "offset=500&limit=50&status=closed", "extensions=true",
    ];

    /// <summary>A window of time is a range of the key, or of the last change; what is asked for besides is looked at within it.</summary>
    [Test]
    public async Task Open311_requests_are_read_along_an_index([ValueSource(nameof(Open311Filters))] string filter, [Values("json", "xml")] string format)
    {
        var path = $"../../open311/v2/requests.{format}?{filter}";
        await Holds(filter, "public_reports", paged: true, () => people.Stranger().Get(path));
    }

    /// <summary>In the order of changes there is no range of the key to go along, so the window's requests are sorted; never more than those.</summary>
    [TestCase("json")]
    [TestCase("xml")]
    public async Task Open311_requests_in_the_order_of_their_changes_are_read_along_an_index(string format) =>
        await Holds("by change", "public_reports", paged: false, () => people.Stranger().Get($"../../open311/v2/requests.{format}?sort=updated_datetime"));

    [TestCase("json")]
    [TestCase("xml")]
    public async Task Open311_requests_are_found_by_their_ids(string format)
    {
        var ids = await people.Api.InDatabaseAsync(db => db.PublicReports.OrderBy(r => r.Id).Select(r => r.Id).Take(3).ToListAsync());
        await Holds("ids", "public_reports", paged: true, () => people.Stranger().Get($"../../open311/v2/requests.{format}?service_request_id={string.Join(',', ids)}"));
        await Holds("one", "public_reports", paged: true, () => people.Stranger().Get($"../../open311/v2/requests/{ids[0]}.{format}"));
    }

    private static string Days(int ago) => TimeProvider.System.GetUtcNow().AddDays(-ago).ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture);

    [Test]
    public async Task A_report_is_shown_by_its_key()
    {
        var person = await people.SignedIn("verifikator");
        var id = await people.Api.InDatabaseAsync(db => db.Reports.Where(r => r.AgencyCode == "DPUPR").Select(r => r.Id).FirstAsync());
        foreach (var table in new[] { "reports", "report_events", "routing_records", "attachments", "escalations" })
        {
            await Holds("detail", table, paged: true, () => person.Get("reports/" + id));
        }

        var served = await people.Api.InDatabaseAsync(db => db.CarRequests.Where(r => r.ReportId != null).Select(r => r.ReportId).FirstAsync());
        await Holds("rides", "car_requests", paged: false, () => person.Get("reports/" + served));
    }

    [TestCase("verifikator")]
    [TestCase("petugas.bandar-lor")]
    public async Task What_is_similar_is_found_by_its_place(string userName)
    {
        var (stranger, person) = (people.Stranger(), await people.SignedIn(userName));
        foreach (var place in new object[] { new { lat = -7.818385, lng = 112.003541 }, "35.71.01.1001" })
        {
            var receipt = await Given.Submitted(stranger, place is string kelurahan
                ? new { serviceCode = "JLN-LINGKUNGAN", description = "Paving gang rusak", kelurahanCode = kelurahan }
                : new { serviceCode = "JLN-LINGKUNGAN", description = "Paving gang rusak", location = place });
            await Holds("similar", "reports", paged: true, () => person.Get($"reports/{receipt["id"]}/similar"));
        }

        await Holds("similar and public", "public_reports", paged: true, () => stranger.Get("public/reports/similar?lat=-7.8184&lng=112.0035&service=JLN-LINGKUNGAN"));
    }

    [Test]
    public async Task Those_to_be_told_are_found_by_their_survivor()
    {
        var report = await Given.AcceptedReport(people.Stranger(), await people.SignedIn("petugas.dpupr"));
        sent.Forget();
        (await (await people.SignedIn("petugas.dpupr")).Send("POST", $"reports/{report.Id}/notes", new { publicNote = "Besok." }, ("If-Match", report.ETag))).Dispose();
        Assert.That(() => sent.All.Any(IsTelling), Is.True.After(20).Seconds.PollEvery(50).MilliSeconds);
        await Holds("tell", sent.All.First(IsTelling), paged: true);

        static bool IsTelling(SentCommand command) => command.Reads("reports") && command.Text.Contains("merged_into = ANY", StringComparison.Ordinal);
    }

    [Test]
    public async Task Supporters_are_counted_by_report()
    {
        var person = await people.SignedIn("verifikator");
        await Holds("supports", "report_supports", paged: true, () => person.Get("reports"));
        await Holds("supports in public", "report_supports", paged: true, () => people.Stranger().Get("public/reports"));
    }

    [Test]
    public async Task A_report_is_tracked_by_its_code()
    {
        var stranger = people.Stranger();
        var own = await Given.RoutedReport(stranger);
        foreach (var table in new[] { "reports", "report_events", "routing_records", "attachments" })
        {
            await Holds("tracking", table, paged: true, () => stranger.Get("tracking/" + own.TrackingCode, ("Report-Secret", own.Secret)));
        }
    }

    [Test]
    public async Task A_report_is_proven_by_its_key()
    {
        var stranger = people.Stranger();
        var own = await Given.RoutedReport(stranger);
        foreach (var table in new[] { "reports", "report_events", "history_leaves" })
        {
            await Holds("proof", table, paged: true, () => stranger.Get($"tracking/{own.TrackingCode}/proof", ("Report-Secret", own.Secret)));
        }
    }

    /// <summary>50,000 requests over five years, of which a week of twelve cars is asked for.</summary>
    [TestCase("verifikator", "mobmas/calendar")]
    [TestCase("petugas.bandar-lor", "mobmas/calendar")]
    [TestCase("verifikator", "mobmas/requests?pageSize=25")]
    [TestCase("petugas.bandar-lor", "mobmas/requests?pageSize=25")]
    [TestCase("camat.mojoroto", "mobmas/requests?state=requested")]
    [TestCase(null, "mobmas/availability?kelurahan=35.71.01.1002")]
    public async Task The_calendar_and_the_inbox_of_the_cars_are_read_along_an_index(string? userName, string path)
    {
        var person = userName is null ? people.Stranger() : await people.SignedIn(userName);
        await Holds(path, "car_requests", paged: false, () => person.Get(path));
    }

    [Test]
    public async Task The_relay_finds_what_waits_among_what_was_delivered()
    {
        sent.Forget();
        Assert.That(() => sent.All.Any(IsRelay), Is.True.After(10).Seconds.PollEvery(50).MilliSeconds);
        await Holds("relay", sent.All.First(IsRelay), paged: true);

        static bool IsRelay(SentCommand command) =>
            command.Text.Contains("FROM outbox", StringComparison.Ordinal) && command.Text.Contains("SKIP LOCKED", StringComparison.Ordinal);
    }

    [Test]
    public async Task The_relay_of_webhooks_claims_what_is_due_among_what_was_taken()
    {
        sent.Forget();
        Assert.That(() => sent.All.Any(IsClaim), Is.True.After(10).Seconds.PollEvery(50).MilliSeconds);
        // it sorts, but no more than the free places of all webhooks
        await Holds("claim", sent.All.First(IsClaim), paged: false);

        static bool IsClaim(SentCommand command) => command.Text.Contains("UPDATE webhook_deliveries", StringComparison.Ordinal) && command.Text.Contains("SKIP LOCKED", StringComparison.Ordinal);
    }

    /// <summary>What has come is taken in no order, so only the reading is judged.</summary>
    [TestCase(typeof(ClimbEscalations))]
    [TestCase(typeof(CloseConfirmedReports))]
    [TestCase(typeof(CloseUnansweredReports))]
    [TestCase(typeof(SweepUploads))]
    [TestCase(typeof(DeleteRemovedFiles))]
    [TestCase(typeof(SweepIdempotentAnswers))]
    [TestCase(typeof(RefuseUndecidedCarRequests))]
    [TestCase(typeof(AnonymiseEndedCarRequests))]
    [TestCase(typeof(TellOfCars))]
    [TestCase(typeof(TellOfWorks))]
    public async Task What_the_clock_does_is_found_along_an_index(Type command)
    {
        sent.Forget();
        await using (var scope = people.Api.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<IMediator>().Send((IBatchCommand)Activator.CreateInstance(command)!);
        }

        var finding = sent.All.Where(one => one.Text.Contains("SKIP LOCKED", StringComparison.Ordinal) && !one.Text.Contains("FROM outbox", StringComparison.Ordinal)).ToArray();
        Assert.That(finding, Is.Not.Empty);
        foreach (var sought in finding)
        {
            await Holds(command.Name, sought, paged: false);
        }
    }

    private async Task Holds(string name, string table, bool paged, Func<Task<HttpResponseMessage>> ask)
    {
        sent.Forget();
        using var answer = await ask();
        Assert.That(answer.IsSuccessStatusCode, Is.True, $"{name}: {await answer.Content.ReadAsStringAsync()}");
        var commands = sent.All.Where(command => command.Reads(table)).ToArray();
        Assert.That(commands, Is.Not.Empty, $"{name} reads {table}");
        foreach (var command in commands)
        {
            await Holds(name, command, paged);
        }
    }

    private async Task Holds(string name, SentCommand command, bool paged)
    {
        var plan = await QueryPlan.Of(Database, command);
        Assert.Multiple(() =>
        {
            Assert.That(plan.WholeTables, Is.Empty, () => $"{name} reads whole tables{Environment.NewLine}{command.Text}{Environment.NewLine}{plan}");
            Assert.That(paged ? plan.LargeSorts : [], Is.Empty, () => $"{name} sorts{Environment.NewLine}{command.Text}{Environment.NewLine}{plan}");
        });
    }

    /// <summary>The address of the second page, or of the first where there is no second.</summary>
    private static async Task<string> NextPage(Person person, string path)
    {
        using var answer = await person.Get(path);
        return (await Person.Read(answer))["next"]?.GetValue<string>() is { } next ? $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}after={next}" : path;
    }
}
