using System.Net;
using System.Text.Json;
using KediriLapor.Api.Tests.Proof;
using KediriLapor.Harness;
using KediriLapor.Reports;
using KediriLapor.Reports.Duplicates;
using KediriLapor.Reports.Model;

namespace KediriLapor.Api.Tests.Reports.Duplicates;

public sealed class MergeTests : Story
{
    private const string Officer = "petugas.dlhkp";

    [Test]
    public async Task A_merged_report_rests_shows_where_it_went_and_follows_the_survivor()
    {
        var (report, survivor) = (await Given.ReportAsync(), await Given.InProgressAsync());
        await MergedAsync(report, survivor);

        var (detail, other, told, own) = (await DetailAsync(report), await DetailAsync(survivor), await TrackAsync(report), await TrackAsync(survivor));
        Assert.Multiple(() =>
        {
            Assert.That(detail.GetProperty("relations").GetProperty("mergedInto").Value("id"), Is.EqualTo(survivor.Id.ToString()));
            Assert.That(other.GetProperty("relations").Values("merged", "id"), Is.EqualTo(new[] { report.Id.ToString() }));
            Assert.That((detail.Value("status"), detail.Value("dueAt"), detail.GetProperty("allowedNext").GetArrayLength()), Is.EqualTo(("routed", (string?)null, 0)));
            Assert.That(detail.GetProperty("deadline").ValueKind, Is.EqualTo(JsonValueKind.Null));
            Assert.That((detail.Values("history", "type")[^1], other.Values("history", "type")[^1]), Is.EqualTo(("merged", "absorbed")));
            Assert.That((told.Value("status"), told.Value("dueAt"), told.Value("mergedInto")), Is.EqualTo(("inProgress", own.Value("dueAt"), survivor.Id.ToString())));
            Assert.That(told.GetProperty("allowedNext").EnumerateArray().Select(next => next.GetString()), Is.EqualTo(new[] { "closed" }));
        });
    }

    [Test]
    public async Task The_survivors_answers_reach_all_and_the_words_of_its_reporter_do_not()
    {
        var (report, survivor) = (await Given.ReportAsync(), await Given.InProgressAsync());
        survivor = await MergedAsync(report, survivor);
        survivor = await Given.MovedAsync(survivor, Officer, new NewStatus { To = ReportStatus.NeedsInformation, PublicNote = "Ibu Kenari, di sebelah mana?" });
        Assert.That((await TrackAsync(report)).Value("status"), Is.EqualTo("inProgress"), "the question was not to this reporter");
        var answered = await Given.Citizen.ChangeAsync(
            survivor.TrackingPath + "/status", survivor.Version, new ReporterMove { To = ReportStatus.Routed, Note = "Di belakang rumah saya." }, survivor.SecretHeader);
        survivor = Now(survivor, answered);
        (await (await Given.StaffAsync(Officer)).ChangeAsync(survivor.StaffPath + "/notes", survivor.Version, new NewNote { PublicNote = "Petugas datang besok.", InternalNote = "rahasia" }))
            .HasStatus(HttpStatusCode.OK);

        var told = await Eventually.SeeAsync(() => TrackAsync(report), tracked => tracked.GetRawText().Contains("datang besok", StringComparison.Ordinal));

        Assert.That(told.Values("timeline", "note"), Does.Contain("Petugas datang besok."));
        Assert.That(told.GetRawText(), Does.Not.Contain("Kenari").And.Not.Contain("belakang rumah").And.Not.Contain("rahasia"));
    }

    [Test]
    public async Task What_is_said_to_the_survivors_reporter_by_name_is_told_to_the_others_without_it()
    {
        var survivor = await Given.InProgressAsync(Given.Pollution with { Reporter = new ReporterDetails { Name = "Sulastri Kenari" } });
        var report = await Given.ReportAsync();
        survivor = await MergedAsync(report, survivor);
        (await (await Given.StaffAsync(Officer)).ChangeAsync(
            survivor.StaffPath + "/notes", survivor.Version, new NewNote { PublicNote = "Ibu Sulastri Kenari, petugas datang besok." })).HasStatus(HttpStatusCode.OK);

        var told = await Eventually.SeeAsync(() => TrackAsync(report), tracked => tracked.GetRawText().Contains("datang besok", StringComparison.Ordinal));

        Assert.That(told.Values("timeline", "note"), Does.Contain("Ibu [nama], petugas datang besok."));
    }

    [Test]
    public async Task Closing_the_survivor_closes_all_and_each_reporter_hears_the_answer_and_may_judge_it()
    {
        FiledReport[] merged = [await Given.ReportAsync(), await Given.ReportAsync()];
        var survivor = await Given.InProgressAsync();
        foreach (var report in merged)
        {
            survivor = await MergedAsync(report, survivor);
        }

        survivor = await Given.MovedAsync(survivor, Officer, new NewStatus { To = ReportStatus.Resolved, PublicNote = "Saluran sudah dibersihkan." });
        (await Given.Citizen.ChangeAsync(survivor.TrackingPath + "/status", survivor.Version, new ReporterMove { To = ReportStatus.Closed }, survivor.SecretHeader)).HasStatus(HttpStatusCode.OK);
        await Api.OutboxIsDeliveredAsync();

        foreach (var report in merged)
        {
            var told = await TrackAsync(report);
            Assert.That((told.Value("status"), told.Value("outcome"), told.Value("mayRate")), Is.EqualTo(("closed", "fixed", "true")));
            Assert.That(told.Values("timeline", "note"), Does.Contain("Saluran sudah dibersihkan."));
        }

        Assert.That(await Api.FaultsAsync(), Is.Empty, "the chain of hashes holds");
    }

    [Test]
    public async Task Everybody_hears_the_answer_though_their_reports_are_moved_meanwhile()
    {
        var survivor = await Given.InProgressAsync();
        var merged = new List<FiledReport>();
        for (var i = 0; i < 6; i++)
        {
            var report = await Given.ReportAsync();
            survivor = await MergedAsync(report, survivor);
            merged.Add(report with { Version = report.Version + 1 });
        }

        var officer = await Given.StaffAsync(Officer);
        await Task.WhenAll(merged.Select(report => officer.ChangeAsync(report.StaffPath + "/notes", report.Version, new NewNote { InternalNote = "dicek" }))
            .Append(officer.ChangeAsync(survivor.StaffPath + "/notes", survivor.Version, new NewNote { PublicNote = "Petugas datang besok." })));
        // what met a move is told anew after a moment, which a clock that stands still would not bring
        var waiting = await Eventually.SeeAsync(
            () =>
            {
                Clock.Advance(TimeSpan.FromSeconds(5));
                return Api.CountAsync("outbox WHERE delivered_at IS NULL");
            },
            left => left == 0);
        Assert.That(waiting, Is.Zero);

        foreach (var report in merged)
        {
            Assert.That((await TrackAsync(report)).Values("timeline", "note").Count(note => note == "Petugas datang besok."), Is.EqualTo(1));
        }
    }

    [Test]
    public async Task A_rejection_of_the_survivor_is_told_to_all_and_each_may_reopen_their_own()
    {
        var (report, survivor) = (await Given.ReportAsync(), await Given.ReportAsync());
        survivor = await MergedAsync(report, survivor);
        await Given.MovedAsync(survivor, Officer, new NewStatus { To = ReportStatus.Closed, Reason = ClosingReason.NotAComplaint, PublicNote = "Ini bukan keluhan." });
        await Api.OutboxIsDeliveredAsync();

        var told = await TrackAsync(report);
        Assert.That((told.Value("outcome"), told.Values("timeline", "note")[^1]), Is.EqualTo(("rejected", "Ini bukan keluhan.")));
        var reopened = await Given.Citizen.ChangeAsync(
            report.TrackingPath + "/status", told.GetProperty("version").GetInt32(), new ReporterMove { To = ReportStatus.InProgress, Note = "Ini keluhan." }, report.SecretHeader);
        reopened.HasStatus(HttpStatusCode.OK);
        var detail = await DetailAsync(report);
        Assert.That((detail.Value("status"), detail.GetProperty("relations").GetProperty("mergedInto").ValueKind), Is.EqualTo(("inProgress", JsonValueKind.Null)));
    }

    [Test]
    public async Task A_survivor_taken_back_by_its_reporter_leaves_the_others_standing()
    {
        var report = await Given.ReportAsync();
        var due = (await TrackAsync(report)).Value("dueAt");
        var survivor = await MergedAsync(report, await Given.ReportAsync());
        (await Given.Citizen.ChangeAsync(survivor.TrackingPath + "/status", survivor.Version, new ReporterMove { To = ReportStatus.Closed }, survivor.SecretHeader)).HasStatus(HttpStatusCode.OK);
        await Api.OutboxIsDeliveredAsync();
        var told = await TrackAsync(report);
        Assert.That((told.Value("status"), told.Value("dueAt"), told.Value("mergedInto")), Is.EqualTo(("routed", due, (string?)null)));
    }

    [Test]
    public async Task A_merger_is_taken_back_and_all_is_as_it_was()
    {
        var (report, survivor) = (await Given.ReportAsync(), await Given.InProgressAsync());
        var before = await DetailAsync(report);
        await MergedAsync(report, survivor);
        var officer = await Given.StaffAsync(Officer);

        (await SeparateAsync(officer, report, report.Version)).IsProblem(HttpStatusCode.PreconditionFailed, "stale_version");
        (await officer.WriteAsync(HttpMethod.Delete, report.StaffPath + "/merge")).IsProblem(HttpStatusCode.PreconditionRequired, "if_match_required");
        (await SeparateAsync(officer, report, report.Version + 1)).HasStatus(HttpStatusCode.OK);

        var after = await DetailAsync(report);
        foreach (var field in new[] { "status", "agency", "dueAt", "allowedNext" })
        {
            Assert.That(after.GetProperty(field).GetRawText(), Is.EqualTo(before.GetProperty(field).GetRawText()), field);
        }

        Assert.That((await DetailAsync(survivor)).Values("history", "type")[^1], Is.EqualTo("released"));
        (await SeparateAsync(officer, report, report.Version + 2)).IsProblem(HttpStatusCode.Conflict, "not_merged");
    }

    [Test]
    public async Task Neither_chain_nor_circle_nor_what_is_done_can_be_merged()
    {
        var (a, b, c) = (await Given.ReportAsync(), await Given.ReportAsync(), await Given.ReportAsync());
        var officer = await Given.StaffAsync(Officer);
        (await MergeAsync(officer, a, a, a.Version)).IsProblem(HttpStatusCode.UnprocessableEntity, "merge_with_itself", "into");
        (await MergeAsync(officer, a, b, 1)).IsProblem(HttpStatusCode.PreconditionFailed, "stale_version");
        (await MergeAsync(officer, a, b, a.Version)).HasStatus(HttpStatusCode.OK);

        (await MergeAsync(officer, a, c, a.Version + 1)).IsProblem(HttpStatusCode.Conflict, "already_merged");
        (await MergeAsync(officer, c, a, c.Version)).IsProblem(HttpStatusCode.Conflict, "already_merged", "into");
        (await MergeAsync(officer, b, c, b.Version + 1)).IsProblem(HttpStatusCode.Conflict, "carries_merged");
        (await MergeAsync(officer, c, await Given.ResolvedAsync(), c.Version)).IsProblem(HttpStatusCode.Conflict, "report_not_open", "into");
        (await officer.ChangeAsync(a.StaffPath + "/status", a.Version + 1, new NewStatus { To = ReportStatus.InProgress })).IsProblem(HttpStatusCode.Conflict, "transition_not_allowed");
    }

    [Test]
    public async Task Of_mergers_that_meet_exactly_one_is_made()
    {
        var officer = await Given.StaffAsync(Officer);
        // each row takes its time, so that two that wrote them in another order would come to wait for each other
        await Api.ExecuteAsync("CREATE FUNCTION linger() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(0.01); RETURN NEW; END $$");
        // one table a statement: the relays read several, and would meet a transaction that locks several in the other order
        (string Table, string Written)[] slow = [("outbox", "INSERT"), ("report_events", "INSERT"), ("reports", "UPDATE")];
        foreach (var (table, written) in slow)
        {
            await Api.ExecuteAsync($"CREATE TRIGGER linger AFTER {written} ON {table} FOR EACH ROW EXECUTE FUNCTION linger()");
        }

        for (var round = 0; round < 12; round++)
        {
            FiledReport[] ring = [await Given.ReportAsync(), await Given.ReportAsync(), await Given.ReportAsync()];
            var met = round % 2 == 0 ? ring[..2] : ring;
            var answers = await Task.WhenAll(met.Select((report, i) => MergeAsync(officer, report, met[(i + 1) % met.Length], report.Version)));

            Assert.That(answers.Count(answer => answer.Status == HttpStatusCode.OK), Is.EqualTo(1), string.Join(' ', answers.Select(answer => answer.Text)));
            Assert.That(answers.Where(answer => answer.Status != HttpStatusCode.OK).Select(answer => answer.Code).Distinct(), Is.SubsetOf(new[] { "stale_version", "already_merged", "carries_merged" }));
            var ids = string.Join(',', met.Select(report => $"'{report.Id}'"));
            Assert.That(await Api.CountAsync($"reports WHERE id IN ({ids}) AND merged_into IS NOT NULL"), Is.EqualTo(1));
        }

        foreach (var (table, _) in slow)
        {
            await Api.ExecuteAsync($"DROP TRIGGER linger ON {table}");
        }

        await Api.ExecuteAsync("DROP FUNCTION linger");
    }

    [Test]
    public async Task What_is_confidential_or_out_of_sight_is_not_merged()
    {
        var (open, hidden) = (await Given.ReportAsync(), await Given.ReportAsync(Given.Pollution with { Confidential = true }));
        var (officer, verifier) = (await Given.StaffAsync(Officer), await Given.StaffAsync("verifikator"));
        (await MergeAsync(officer, open, hidden, open.Version)).IsProblem(HttpStatusCode.UnprocessableEntity, "merge_confidential", "into");
        (await MergeAsync(officer, hidden, open, hidden.Version)).IsProblem(HttpStatusCode.UnprocessableEntity, "merge_confidential", "into");
        (await MergeAsync(verifier, open, await Given.ReportAsync(Given.Bribe), open.Version)).IsProblem(HttpStatusCode.UnprocessableEntity, "unknown_report", "into");
        (await MergeAsync(await Given.StaffAsync("petugas.dpupr"), open, hidden, open.Version)).IsProblem(HttpStatusCode.NotFound, "not_found");
        (await MergeAsync(await Given.StaffAsync("petugas.bandar-lor"), open, await Given.ReportAsync(), open.Version)).IsProblem(HttpStatusCode.Forbidden, "permission_required");

        var survivor = await MergedAsync(open, await Given.ReportAsync());
        (await verifier.ChangeAsync(survivor.StaffPath + "/disposisi", survivor.Version, new Disposisi { AgencyCode = "INSPEKTORAT", ServiceCode = "APR-PUNGLI" }))
            .IsProblem(HttpStatusCode.UnprocessableEntity, "merge_confidential", "serviceCode");
    }

    [Test]
    public async Task The_public_sees_a_merged_report_once_and_its_address_answers_with_the_survivor()
    {
        var (report, survivor) = (await Given.ReportAsync(), await Given.ReportAsync());
        await MergedAsync(report, survivor);
        await Api.OutboxIsDeliveredAsync();

        var shown = (await Given.Citizen.GetAsync("/api/v1/public/reports?pageSize=100")).Body.Values("items", "id");
        Assert.That(shown, Does.Contain(survivor.Id.ToString()).And.Not.Contain(report.Id.ToString()));
        var old = await Given.Citizen.GetAsync($"/api/v1/public/reports/{report.Id}");
        old.HasStatus(HttpStatusCode.OK);
        Assert.That(old.Body.Value("id"), Is.EqualTo(survivor.Id.ToString()));
        (await Given.Citizen.GetAsync($"/api/v1/public/reports/{Guid.CreateVersion7()}")).IsProblem(HttpStatusCode.NotFound, "not_found");
    }

    private static Task<Answer> MergeAsync(Person person, FiledReport report, FiledReport into, int version) =>
        person.ChangeAsync(report.StaffPath + "/merge", version, new Merger { Into = into.Id });

    private static Task<Answer> SeparateAsync(Person person, FiledReport report, int version) =>
        person.WriteAsync(HttpMethod.Delete, report.StaffPath + "/merge", ("If-Match", $"\"{version}\""));

    private static FiledReport Now(FiledReport report, Answer answer)
    {
        answer.HasStatus(HttpStatusCode.OK);
        return report with { Version = answer.Body.GetProperty("version").GetInt32() };
    }

    /// <summary>The survivor, one event later.</summary>
    private async Task<FiledReport> MergedAsync(FiledReport report, FiledReport survivor)
    {
        (await MergeAsync(await Given.StaffAsync("verifikator"), report, survivor, report.Version)).HasStatus(HttpStatusCode.OK);
        return survivor with { Version = survivor.Version + 1 };
    }

    private async Task<JsonElement> DetailAsync(FiledReport report) => (await (await Given.StaffAsync(Officer)).GetAsync(report.StaffPath)).Body;

    private async Task<JsonElement> TrackAsync(FiledReport report) => (await Given.Citizen.GetAsync(report.TrackingPath, report.SecretHeader)).Body;
}
