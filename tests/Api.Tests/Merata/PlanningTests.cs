using System.Net;
using KediriLapor.Harness;
using Npgsql;

namespace KediriLapor.Api.Tests.Merata;

/// <summary>What a ward wants, what is promised, what is spent: who may write it, and what is refused by its field.</summary>
public sealed class PlanningTests : MerataStory
{
    [Test]
    public async Task A_ward_proposes_for_itself_alone_and_once_by_one_key()
    {
        var key = Guid.CreateVersion7();
        var (first, again) = (await ProposeAsync(Proposal("Lampu Gang Mawar"), key: key), await ProposeAsync(Proposal("Lampu Gang Mawar"), key: key));
        first.HasStatus(HttpStatusCode.Created);
        Assert.That((again.Body.Value("id"), again.Header("Idempotency-Replayed")), Is.EqualTo((first.Body.Value("id"), "true")));
        Assert.That(first.Header("Location"), Is.EqualTo($"{Works}/{first.Body.Value("id")}"));
        (await ProposeAsync(Proposal(kelurahan: Given.BandarKidul))).IsProblem(HttpStatusCode.UnprocessableEntity, "unknown_kelurahan", "kelurahanCode");
        (await ProposeAsync(Proposal(), "petugas.dpupr")).IsProblem(HttpStatusCode.UnprocessableEntity, "unknown_kelurahan", "kelurahanCode");
        (await ProposeAsync(Proposal(), "inspektorat")).IsProblem(HttpStatusCode.Forbidden, "permission_required");
        (await ProposeAsync(With(Proposal(kelurahan: Given.BandarKidul), "path", Array.Empty<object>()), "camat.mojoroto")).HasStatus(HttpStatusCode.Created);
    }

    [TestCase("title", "x", "title", "too_short")]
    [TestCase("volume", 0, "volume", "out_of_range")]
    [TestCase("beneficiaries", -1, "beneficiaries", "out_of_range")]
    [TestCase("year", 1999, "year", "out_of_range")]
    [TestCase("endsOn", "2026-05-31", "endsOn", "dates_reversed")]
    [TestCase("startsOn", "2024-06-01", "startsOn", "out_of_range")]
    [TestCase("unit", " ", "unit", "required")]
    public async Task A_proposal_that_cannot_be_is_refused_by_its_field(string sent, object value, string field, string code) =>
        (await ProposeAsync(With(Proposal(), sent, value))).IsProblem(
            field is "endsOn" or "startsOn" ? HttpStatusCode.UnprocessableEntity : HttpStatusCode.BadRequest, field is "endsOn" or "startsOn" ? code : "validation_failed", field);

    [Test]
    public async Task A_figure_below_zero_or_a_line_twice_is_refused_by_its_place()
    {
        object Line(string name, object planned) => new { name, planned };
        (await ProposeAsync(With(Proposal(), "budget", new[] { Line("Bahan", 1), Line("Upah", 2), Line("Alat", -1) }))).IsProblem(HttpStatusCode.UnprocessableEntity, "out_of_range", "budget[2].planned");
        (await ProposeAsync(With(Proposal(), "budget", new[] { Line("Bahan", 1), Line("bahan ", 2) }))).IsProblem(HttpStatusCode.UnprocessableEntity, "duplicate_line", "budget[1].name");
        var half = await ProposeAsync(With(Proposal(), "budget", new[] { Line("Bahan", 1.5) }));
        half.IsProblem(HttpStatusCode.BadRequest, "wrong_type");
        (await ProposeAsync(With(Proposal(), "path", new[] { new { lat = -7.9, lng = 112.0 } }))).IsProblem(HttpStatusCode.UnprocessableEntity, "outside_ward", "path[0]");
    }

    [Test]
    public async Task A_plan_that_binds_changes_by_versions_whose_reasons_stay_readable()
    {
        var (work, ward) = (await PlannedAsync(), await Given.StaffAsync(Ward));
        (await ward.ReplaceAsync(work.Path, work.Version, With(Rewritten(), "volume", 90))).IsProblem(HttpStatusCode.UnprocessableEntity, "work_reason_required", "reason");
        work = Kept(await ward.ReplaceAsync(work.Path, work.Version, With(Rewritten("Lebar gang dikurangi"), "volume", 90)));
        work = Kept(await ward.ReplaceAsync(work.Path, work.Version, With(With(Rewritten("Harga bahan naik"), "volume", 90), "budget", new[] { new { name = "Bahan", planned = 70_000_000L } })));
        (await ward.ReplaceAsync(work.Path, work.Version, With(Rewritten("Tanpa uang"), "budget", Array.Empty<object>()))).IsProblem(HttpStatusCode.UnprocessableEntity, "work_budget_required", "budget");

        var plans = (await (await Given.StaffAsync("inspektorat")).GetAsync(work.Path + "/plans")).Body.GetProperty("items").EnumerateArray().ToArray();
        Assert.That(plans.Select(plan => (plan.GetProperty("number").GetInt32(), plan.GetProperty("planned").GetInt64(), plan.Value("reason"))), Is.EqualTo(new[]
        {
            (3, 70_000_000L, (string?)"Harga bahan naik"), (2, 95_000_000L, "Lebar gang dikurangi"), (1, 95_000_000L, null),
        }));
        var page = await ward.GetAsync(work.Path + "/plans?pageSize=1");
        Assert.That((await ward.GetAsync($"{work.Path}/plans?pageSize=1&after={page.Body.Value("next")}")).Body.GetProperty("items")[0].GetProperty("number").GetInt32(), Is.EqualTo(2));
        Assert.That(() => Api.ExecuteAsync($"UPDATE work_plans SET reason = 'Lain' WHERE work_id = '{work.Id}'"), Throws.TypeOf<PostgresException>());
        Assert.That(() => Api.ExecuteAsync($"DELETE FROM work_events WHERE work_id = '{work.Id}'"), Throws.TypeOf<PostgresException>());
    }

    [Test]
    public async Task What_is_spent_is_told_by_line_and_summed()
    {
        var (work, ward) = (await ContractedAsync(), await Given.StaffAsync(Ward));
        async Task<Answer> Spend(params object[] lines) => await ward.ReplaceAsync(work.Path + "/realisation", work.Version, new { volume = 60, budget = lines });

        (await Spend(new { name = "Bahan", realised = 1 }, new { name = "Upah", realised = -5 })).IsProblem(HttpStatusCode.UnprocessableEntity, "out_of_range", "budget[1].realised");
        (await Spend(new { name = "Pasir", realised = 1 })).IsProblem(HttpStatusCode.UnprocessableEntity, "unknown_line", "budget[0].name");
        (await Spend(new { name = "Upah", realised = 1 }, new { name = "Upah", realised = 1 })).IsProblem(HttpStatusCode.UnprocessableEntity, "duplicate_line", "budget[1].name");
        (await Spend(new { name = "Upah", realised = 30_000_001 })).IsProblem(HttpStatusCode.UnprocessableEntity, "overrun_reason_required", "budget[0].reason");
        Kept(await Spend(new { name = "Upah", realised = 31_000_000, reason = "Hari kerja bertambah" }, new { name = "Bahan", realised = 20_000_000 }));

        var shown = (await ward.GetAsync(work.Path)).Body;
        Assert.That((shown.GetProperty("planned").GetInt64(), shown.GetProperty("realised").GetInt64()), Is.EqualTo((95_000_000L, 51_000_000L)));
        var planned = await PlannedAsync();
        (await ward.ReplaceAsync(planned.Path + "/realisation", planned.Version, new { volume = 1 })).IsProblem(HttpStatusCode.Conflict, "work_not_running");
    }

    [Test]
    public async Task Everybody_sees_the_works_of_their_area()
    {
        var work = await ProposedAsync();
        foreach (var (userName, sees) in new[] { (Ward, true), ("camat.mojoroto", true), ("verifikator", true), ("inspektorat", true), ("admin", true), ("petugas.dpupr", true), ("petugas.dlhkp", false) })
        {
            var answer = await (await Given.StaffAsync(userName)).GetAsync(work.Path);
            Assert.That(answer.Status, Is.EqualTo(sees ? HttpStatusCode.OK : HttpStatusCode.NotFound), userName);
        }

        (await Given.Citizen.GetAsync(work.Path)).IsProblem(HttpStatusCode.Unauthorized, "sign_in_required");
        (await (await Given.StaffAsync("operator")).GetAsync(work.Path)).IsProblem(HttpStatusCode.Forbidden, "permission_required");
        // the technical team watches; it does not write
        (await MoveAsync(work, new { to = "planned", number = "1" }, "petugas.dpupr")).IsProblem(HttpStatusCode.Forbidden, "permission_required");
        (await MoveAsync(work, new { to = "planned", number = "1" }, "petugas.dlhkp")).IsProblem(HttpStatusCode.NotFound, "not_found");
    }

    [Test]
    public async Task A_list_is_narrowed_paged_and_summed()
    {
        await ProposedAsync(Proposal("Saluran RW 01", year: 2027));
        Clock.Advance(TimeSpan.FromMinutes(1));
        await MovedAsync(await ProposedAsync(Proposal("Saluran RW 02", year: 2027)), new { to = "planned", number = "DPA/2027/1" });
        var ward = await Given.StaffAsync(Ward);
        var page = await ward.GetAsync($"{Works}?year=2027&kelurahan={Given.BandarLor}&pageSize=1");
        Assert.That(Titles(page), Is.EqualTo(new[] { "Saluran RW 02" }));
        Assert.That(Titles(await ward.GetAsync($"{Works}?year=2027&kelurahan={Given.BandarLor}&pageSize=1&after={page.Body.Value("next")}")), Is.EqualTo(new[] { "Saluran RW 01" }));
        Assert.That(Titles(await ward.GetAsync($"{Works}?year=2027&stage=planned")), Is.EqualTo(new[] { "Saluran RW 02" }));

        var sums = (await ward.GetAsync($"{Works}/sums?year=2027")).Body;
        Assert.That((sums.GetProperty("works").GetInt32(), sums.GetProperty("planned").GetInt64(), sums.GetProperty("late").GetInt32()), Is.EqualTo((2, 95_000_000L, 0)), "a proposal has no money yet");
        (await ward.GetAsync($"{Works}?stage=karangan")).IsProblem(HttpStatusCode.BadRequest, "unknown_value", "stage");
        (await ward.GetAsync($"{Works}?kelurahan=99")).IsProblem(HttpStatusCode.BadRequest, "unknown_kelurahan", "kelurahan");
        (await ward.GetAsync($"{Works}?year=1")).IsProblem(HttpStatusCode.BadRequest, "out_of_range", "year");

        static string[] Titles(Answer answer) => [.. answer.Body.GetProperty("items").EnumerateArray().Select(item => item.Value("title")!)];
    }
}
