using System.Net;
using System.Text.Json;
using KediriLapor.Deadlines;
using KediriLapor.Harness;
using KediriLapor.Persistence.Reference;
using KediriLapor.Reports;
using KediriLapor.Reports.Clocks;
using KediriLapor.Reports.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace KediriLapor.Api.Tests.CityCalendar;

public sealed class CalendarEditTests
{
    private ApiHost api = null!;
    private Given given = null!;
    private CalendarOffice office = null!;

    [SetUp]
    public async Task Open()
    {
        api = await ApiHost.StartDemoAsync(new FakeTimeProvider(Given.WorkingMorning));
        given = new Given(api);
        office = new CalendarOffice(await given.StaffAsync("admin"));
    }

    [TearDown]
    public async Task Close()
    {
        given.Dispose();
        await api.DisposeAsync();
    }

    [Test]
    public async Task A_new_holiday_moves_open_deadlines_and_says_so_in_every_history()
    {
        var (garbage, emergency) = (await given.ReportAsync(Given.Garbage), await given.InProgressAsync());
        var before = await DetailAsync(garbage);

        var effect = await office.ChangeAsync("2026-11-26", "Hari Jadi Kota");
        effect.HasStatus(HttpStatusCode.OK);
        Assert.That(effect.Body.GetProperty("applied").GetBoolean(), Is.True);
        Assert.That(effect.Body.GetProperty("deadlines").GetProperty("count").GetInt32(), Is.EqualTo(2));
        Assert.That(await api.RunAsync(new RecalculateDeadlines()), Is.EqualTo(2));
        Assert.That(await api.RunAsync(new RecalculateDeadlines()), Is.Zero, "once is enough");

        var after = await DetailAsync(garbage);
        var told = after.GetProperty("history").EnumerateArray().Last();
        Assert.That(after.GetProperty("dueAt").GetDateTimeOffset(), Is.GreaterThan(before.GetProperty("dueAt").GetDateTimeOffset()));
        Assert.That((told.Value("type"), told.Value("actor")), Is.EqualTo(("recalculated", "Sistem")));
        Assert.That(told.Value("publicNote"), Does.Match(@"^Tenggat berubah dari \w+, .+ menjadi \w+, .+: Kamis, 26 November 2026 menjadi hari libur \(Hari Jadi Kota\)\.$"));
        Assert.That(after.GetProperty("version").GetInt32(), Is.EqualTo(garbage.Version + 1));
        var timeline = (await given.Citizen.GetAsync(emergency.TrackingPath, emergency.SecretHeader)).Body.Values("timeline", "note");
        Assert.That(timeline[^1], Does.StartWith("Tenggat berubah dari "), "the reporter was promised that day");
        await AllAgreeAsync();
    }

    [Test]
    public async Task A_preview_tells_what_would_move_and_moves_nothing()
    {
        var report = await given.ReportAsync(Given.Garbage);
        var version = await office.VersionAsync();
        var preview = (await office.ChangeAsync("2026-11-26", "Hari Jadi Kota", preview: true)).Body;
        var first = preview.GetProperty("deadlines").GetProperty("first")[0];
        Assert.That((preview.GetProperty("applied").GetBoolean(), preview.GetProperty("version").GetInt32()), Is.EqualTo((false, version)));
        Assert.That(first.Value("trackingCode"), Is.EqualTo(report.TrackingCode));
        Assert.That(await api.RunAsync(new RecalculateDeadlines()), Is.Zero);

        await office.ChangeAsync("2026-11-26", "Hari Jadi Kota");
        await api.RunAsync(new RecalculateDeadlines());
        Assert.That((await DetailAsync(report)).GetProperty("dueAt").GetDateTimeOffset(), Is.EqualTo(first.GetProperty("newDueAt").GetDateTimeOffset()));
    }

    [Test]
    public async Task The_order_of_edits_makes_no_difference_and_taking_one_back_restores_the_promise()
    {
        var report = await given.ReportAsync(Given.Garbage);
        var promised = await DueAtAsync(report);
        var both = new List<DateTimeOffset>();
        foreach (var order in new[] { new[] { "2026-11-26", "2026-11-27" }, ["2026-11-27", "2026-11-26"] })
        {
            foreach (var day in order)
            {
                (await office.ChangeAsync(day, "Cuti bersama tambahan", HolidayKind.JointLeave)).HasStatus(HttpStatusCode.OK);
                await api.RunAsync(new RecalculateDeadlines());
            }

            both.Add(await DueAtAsync(report));
            foreach (var day in order)
            {
                (await office.RemoveAsync(day)).HasStatus(HttpStatusCode.OK);
            }

            await api.RunAsync(new RecalculateDeadlines());
            Assert.That(await DueAtAsync(report), Is.EqualTo(promised));
        }

        Assert.That(both[0], Is.EqualTo(both[1]));
        await AllAgreeAsync();
    }

    [Test]
    public async Task Shorter_hours_bring_the_deadline_forward()
    {
        var report = await given.ReportAsync(Given.Garbage);
        var promised = await DueAtAsync(report);
        (await office.HoursAsync("2026-11-25", "2026-12-31", 8, 14)).HasStatus(HttpStatusCode.OK);
        await api.RunAsync(new RecalculateDeadlines());
        Assert.That(await DueAtAsync(report), Is.EqualTo(promised.AddHours(-2)));
        Assert.That((await DetailAsync(report)).GetProperty("history").EnumerateArray().Last().Value("publicNote"), Does.Contain("jam kerja sejak Rabu, 25 November 2026 berubah"));
        (await office.HoursAsync("2026-11-25", "2026-11-01", 8, 14)).IsProblem(HttpStatusCode.UnprocessableEntity, "hours_reversed", "validUntil");
        (await office.HoursAsync("2026-11-25", "2026-12-31", 14, 8)).IsProblem(HttpStatusCode.UnprocessableEntity, "hours_reversed", "closes");
    }

    [Test]
    public async Task Of_two_edits_at_once_one_is_told_that_it_was_slower()
    {
        var version = await office.VersionAsync();
        var answers = await Task.WhenAll(new[] { "2026-12-01", "2026-12-01", "2026-12-02" }.Select(day => office.ChangeAsync(day, "Libur", version: version)));
        Assert.That(answers.Select(answer => answer.Status), Has.Exactly(1).EqualTo(HttpStatusCode.OK).And.Exactly(2).EqualTo(HttpStatusCode.PreconditionFailed));
        Assert.That(await office.VersionAsync(), Is.EqualTo(version + 1));
    }

    [Test]
    public async Task Officers_who_move_reports_meanwhile_lose_nothing_and_every_deadline_ends_on_the_new_calendar()
    {
        var reports = new List<FiledReport>();
        for (var i = 0; i < 12; i++)
        {
            reports.Add(await given.ReportAsync());
        }

        await using var other = await ApiHost.StartDemoAsync(new FakeTimeProvider(Given.WorkingMorning), api.Database);
        await office.ChangeAsync("2026-11-26", "Hari Jadi Kota");
        var officer = await given.StaffAsync("petugas.dlhkp");
        var moving = Task.WhenAll(reports.Select(report => officer.ChangeAsync(report.StaffPath + "/status", report.Version, new NewStatus { To = ReportStatus.InProgress })));
        await Task.WhenAll(LikeTheSchedulerAsync(api), LikeTheSchedulerAsync(other), moving);
        await api.RunAsync(new RecalculateDeadlines());

        Assert.That((await moving).Select(answer => answer.Status), Is.All.EqualTo(HttpStatusCode.OK).Or.EqualTo(HttpStatusCode.PreconditionFailed));
        Assert.That(await api.CountAsync($"reports WHERE calendar_version < {await office.VersionAsync()}"), Is.Zero);
        await AllAgreeAsync();
    }

    [Test]
    public async Task Who_edited_what_is_kept_and_cannot_be_changed()
    {
        await office.ChangeAsync("2026-12-01", "Libur");
        await office.ChangeAsync("2026-12-01", "Libur daerah", HolidayKind.JointLeave);
        await office.RemoveAsync("2026-12-01");
        var log = (await (await given.StaffAsync("inspektorat")).GetAsync(CalendarOffice.Path + "/changes?pageSize=2")).Body;
        var (removed, renamed) = (log.GetProperty("items")[0], log.GetProperty("items")[1]);
        Assert.That(removed.GetProperty("days")[0].GetProperty("after").ValueKind, Is.EqualTo(JsonValueKind.Null));
        Assert.That((renamed.GetProperty("days")[0].GetProperty("before").Value("name"), renamed.GetProperty("days")[0].GetProperty("after").Value("kind")), Is.EqualTo(("Libur", "jointLeave")));
        Assert.That(renamed.Value("by"), Is.Not.Empty);
        Assert.That(async () => await api.ExecuteAsync("UPDATE calendar_changes SET by_name = 'Orang lain'"), Throws.Exception.With.Message.Contains("append-only"));
        (await (await given.StaffAsync("verifikator")).GetAsync(CalendarOffice.Path + "/changes")).IsProblem(HttpStatusCode.Forbidden, "permission_required");
    }

    [Test]
    public async Task Everybody_on_the_staff_reads_and_only_an_admin_edits()
    {
        var officer = await given.StaffAsync("petugas.dlhkp");
        var year = await officer.GetAsync(CalendarOffice.Path + "?year=2025");
        Assert.That(year.Body.Values("days", "name"), Does.Contain("Tahun Baru 2025 Masehi"));
        Assert.That(year.Body.Values("days", "source"), Has.Some.Contains("SKB 3 Menteri"));
        Assert.That(year.Body.Values("officeHours", "validFrom"), Is.EqualTo(new[] { "2025-01-01", "2025-03-01" }));
        Assert.That(year.Header("ETag"), Is.EqualTo($"\"{await office.VersionAsync()}\""));
        (await officer.GetAsync(CalendarOffice.Path + "?year=99999")).IsProblem(HttpStatusCode.BadRequest, "out_of_range", "year");
        (await given.Citizen.GetAsync(CalendarOffice.Path)).HasStatus(HttpStatusCode.Unauthorized);
        (await new CalendarOffice(officer).RemoveAsync("2025-01-01")).IsProblem(HttpStatusCode.Forbidden, "permission_required");
        (await office.ChangeAsync("2050-01-01", "Terlalu jauh")).IsProblem(HttpStatusCode.UnprocessableEntity, "out_of_range", "date");
        (await office.RemoveAsync("2026-12-02")).IsProblem(HttpStatusCode.NotFound, "not_found");
    }

    /// <summary>A run that loses against an officer fails alone; the next one begins with what is left.</summary>
    private static async Task LikeTheSchedulerAsync(ApiHost instance)
    {
        try
        {
            await instance.RunAsync(new RecalculateDeadlines());
        }
        catch (Exception lost) when (lost is DbUpdateException or InvalidOperationException)
        {
        }
    }

    /// <summary>Every open report is due when a calendar read straight from the tables says so.</summary>
    private async Task AllAgreeAsync()
    {
        var city = api.Services.GetRequiredService<CityWatch>().Current;
        await api.InDatabaseAsync(async db =>
        {
            var calendar = new WorkingCalendar(await db.Holidays.ToListAsync(), await db.OfficeHours.ToListAsync());
            var reports = await db.Reports.Include(report => report.History).ToListAsync();
            Assert.That(reports, Is.Not.Empty);
            foreach (var report in reports)
            {
                var history = report.History.OrderBy(e => e.Sequence).Select(e => new ClockEvent(e.At, e.Type, e.Status, e.PlannedFor));
                Assert.That(report.DueAt, Is.EqualTo((city.TermsOf(report.ServiceCode) with { Calendar = calendar }).DueAt(ReportTimes.Replay(history))));
            }

            return reports.Count;
        });
        foreach (var path in await api.InDatabaseAsync(db => db.Reports.Select(report => $"/api/v1/reports/{report.Id}").ToListAsync()))
        {
            var person = await given.StaffAsync("verifikator");
            var (shown, arithmetic) = ((await person.GetAsync(path)).Body, (await person.GetAsync(path + "/deadline")).Body);
            Assert.That(arithmetic.GetProperty("dueAt").GetDateTimeOffset(), Is.EqualTo(shown.GetProperty("dueAt").GetDateTimeOffset()));
        }
    }

    private async Task<JsonElement> DetailAsync(FiledReport report) => (await (await given.StaffAsync("verifikator")).GetAsync(report.StaffPath)).Body;

    private async Task<DateTimeOffset> DueAtAsync(FiledReport report) => (await DetailAsync(report)).GetProperty("dueAt").GetDateTimeOffset();
}
