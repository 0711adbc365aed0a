using System.Net;
using KediriLapor.Harness;
using KediriLapor.Reports;
using KediriLapor.Reports.Batches;
using KediriLapor.Reports.Model;

namespace KediriLapor.Api.Tests.Reports;

public sealed class BatchTests : Story
{
    private static readonly NewStatus Accept = new() { To = ReportStatus.InProgress };

    [Test]
    public async Task Every_item_has_its_own_outcome_and_one_refusal_undoes_nothing()
    {
        var (first, stale, closed, last) = (await Given.ReportAsync(), await Given.ReportAsync(), await Given.ReportAsync(), await Given.ReportAsync());
        var answer = await SendAsync(
            Item(first),
            Item(stale) with { Version = 1 },
            Item(closed) with { Status = new NewStatus { To = ReportStatus.Resolved, PublicNote = "Sudah." } },
            new BatchItem { Id = Guid.CreateVersion7(), Version = 1, Note = new NewNote { InternalNote = "Tidak ada." } },
            Item(last) with { Status = null, Disposisi = new Disposisi { AgencyCode = "KARANGAN" } },
            Item(last));

        answer.HasStatus(HttpStatusCode.OK);
        var items = answer.Body.GetProperty("items").EnumerateArray().ToArray();
        Assert.Multiple(async () =>
        {
            Assert.That(items.Select(item => item.GetProperty("status").GetInt32()), Is.EqualTo(new[] { 200, 412, 409, 404, 422, 200 }), answer.Text);
            Assert.That(items.Select(item => item.GetProperty("id").GetGuid()), Is.EqualTo(new[] { first.Id, stale.Id, closed.Id, items[3].GetProperty("id").GetGuid(), last.Id, last.Id }));
            Assert.That(items[0].GetProperty("report").Value("status"), Is.EqualTo("inProgress"));
            Assert.That(items[1].GetProperty("problem").GetProperty("currentVersion").GetInt32(), Is.EqualTo(stale.Version));
            Assert.That(items[2].GetProperty("problem").GetProperty("allowedNext").EnumerateArray().Select(next => next.GetString()), Does.Contain("inProgress"));
            Assert.That(items[4].GetProperty("problem").GetProperty("errors").GetProperty("agencyCode")[0].GetString(), Is.EqualTo("unknown_agency"));
            Assert.That(await VersionAsync(first), Is.EqualTo(first.Version + 1));
            Assert.That(await VersionAsync(last), Is.EqualTo(last.Version + 1));
            Assert.That(await VersionAsync(stale), Is.EqualTo(stale.Version));
        });
    }

    [Test]
    public async Task The_same_batch_under_the_same_key_is_answered_again_and_done_once()
    {
        var (report, unripe, key) = (await Given.ReportAsync(), await Given.ReportAsync(), Guid.CreateVersion7());
        BatchItem[] items = [Item(report), Item(unripe) with { Version = unripe.Version + 1 }];
        var first = await SendAsync(key, items);
        // what was refused would now be allowed: the first answer stands all the same
        await Given.MovedAsync(unripe, "petugas.dlhkp", Accept);
        var again = await SendAsync(key, items);

        Assert.Multiple(async () =>
        {
            Assert.That(again.Text, Is.EqualTo(first.Text));
            Assert.That((first.Header("Idempotency-Replayed"), again.Header("Idempotency-Replayed")), Is.EqualTo(((string?)null, "true")));
            Assert.That(await VersionAsync(report), Is.EqualTo(report.Version + 1));
        });
        (await SendAsync(key, Item(report))).IsProblem(HttpStatusCode.UnprocessableEntity, "idempotency_key_reused", "Idempotency-Key");
    }

    [Test]
    public async Task After_a_crash_in_the_middle_the_same_key_goes_on_where_it_stopped()
    {
        var (done, open, key) = (await Given.ReportAsync(), await Given.ReportAsync(), Guid.CreateVersion7());
        BatchItem[] items = [Item(done), Item(open)];
        await Api.ExecuteAsync("CREATE FUNCTION fall() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'gone' USING ERRCODE = 'admin_shutdown'; END $$");
        await Api.ExecuteAsync($"CREATE TRIGGER fall BEFORE INSERT ON report_events FOR EACH ROW WHEN (NEW.report_id = '{open.Id}') EXECUTE FUNCTION fall()");
        (await SendAsync(key, items)).IsProblem(HttpStatusCode.ServiceUnavailable, "unavailable");
        await Api.ExecuteAsync("DROP FUNCTION fall CASCADE");

        (await SendAsync(key, Item(open))).IsProblem(HttpStatusCode.UnprocessableEntity, "idempotency_key_reused", "Idempotency-Key");
        var answer = await SendAsync(key, items);
        Assert.That(answer.Body.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("report").GetProperty("version").GetInt32()), Is.EqualTo(new[] { done.Version + 1, open.Version + 1 }));
        Assert.That(await VersionAsync(done), Is.EqualTo(done.Version + 1));
    }

    [Test]
    public async Task The_same_batch_sent_several_times_at_once_is_done_once_and_answered_alike()
    {
        var reports = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Given.ReportAsync()));
        var (key, items) = (Guid.CreateVersion7(), reports.Select(Item).ToArray());
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => SendAsync(key, items)));
        Assert.That(answers.Select(answer => answer.Text).Distinct().Count(), Is.EqualTo(1), string.Join('\n', answers.Select(answer => answer.Text)));
        Assert.That(answers[0].Body.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("status").GetInt32()), Is.All.EqualTo(200));
        Assert.That(await Task.WhenAll(reports.Select(VersionAsync)), Is.EqualTo(reports.Select(report => report.Version + 1)));
    }

    [Test]
    public async Task A_batch_that_says_nothing_too_much_or_two_things_at_once_is_refused_whole()
    {
        var report = await Given.ReportAsync();
        (await SendAsync()).IsProblem(HttpStatusCode.BadRequest, "validation_failed", "items");
        (await SendAsync([.. Enumerable.Repeat(Item(report), ReportBatch.Max + 1)])).IsProblem(HttpStatusCode.BadRequest, "validation_failed", "items");
        (await SendAsync(Item(report) with { Note = new NewNote { InternalNote = "Dan ini." } })).IsProblem(HttpStatusCode.UnprocessableEntity, "one_change", "items[0]");
        (await SendAsync(Item(report) with { Status = null })).IsProblem(HttpStatusCode.UnprocessableEntity, "one_change", "items[0]");
        (await (await Given.StaffAsync("petugas.dlhkp")).PostAsync("/api/v1/reports:batch", new ReportBatch { Items = [Item(report)] }))
            .IsProblem(HttpStatusCode.BadRequest, "idempotency_key_required", "Idempotency-Key");
        Assert.That(await VersionAsync(report), Is.EqualTo(report.Version));
    }

    private static BatchItem Item(FiledReport report) => new() { Id = report.Id, Version = report.Version, Status = Accept };

    private Task<Answer> SendAsync(params BatchItem[] items) => SendAsync(Guid.CreateVersion7(), items);

    private async Task<Answer> SendAsync(Guid key, params BatchItem[] items) =>
        await (await Given.StaffAsync("petugas.dlhkp")).PostAsync("/api/v1/reports:batch", new ReportBatch { Items = items }, ("Idempotency-Key", key.ToString()));

    private async Task<int> VersionAsync(FiledReport report) =>
        (await (await Given.StaffAsync("petugas.dlhkp")).GetAsync(report.StaffPath)).Body.GetProperty("version").GetInt32();
}
