using System.Net;
using KediriLapor.CallCentre;
using KediriLapor.CallCentre.Callers;
using KediriLapor.CallCentre.Model;
using KediriLapor.Harness;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Api.Tests.CallCentre;

/// <summary>One key, one call: logged, put right, counted; and what becomes of a complaint.</summary>
public sealed class CallLogTests : Story
{
    private Desk desk = null!;

    [OneTimeSetUp]
    public async Task Sit() => desk = new Desk(await Given.StaffAsync("operator"));

    [Test]
    public async Task A_key_is_one_call_however_often_it_is_sent_and_makes_no_report()
    {
        var (key, reports) = (Guid.CreateVersion7(), await ReportsAsync());
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => desk.LogAsync(new NewCall { Kind = CallKind.Ghost, Phone = "0812 1111 2222" }, key)));
        Assert.That(answers.Select(answer => answer.Status), Is.All.EqualTo(HttpStatusCode.Created));
        Assert.That(answers.Select(answer => answer.Body.GetProperty("id").GetGuid()).Distinct().Count(), Is.EqualTo(1));
        Assert.That(answers[0].Header("Location"), Is.EqualTo(Desk.CallPath(answers[0].Body)));
        Assert.That((answers[0].Body.Value("kind"), answers[0].Body.Value("phoneTail")), Is.EqualTo(("ghost", "222")));
        Assert.That(answers[0].Text, Does.Not.Contain("1111"), "the number is not told again");
        Assert.That(await ReportsAsync(), Is.EqualTo(reports));
        (await desk.LogAsync(new NewCall { Kind = CallKind.Prank }, key)).IsProblem(HttpStatusCode.UnprocessableEntity, "idempotency_key_reused", "Idempotency-Key");
    }

    [Test]
    public async Task Ten_calls_in_a_minute_and_four_hundred_in_a_day_are_taken_and_counted_once_each()
    {
        var before = await TotalAsync();
        var burst = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => desk.LogAsync(new NewCall { Kind = i < 8 ? CallKind.Ghost : CallKind.Prank })));
        Assert.That(burst.Select(answer => answer.Status), Is.All.EqualTo(HttpStatusCode.Created));
        for (var i = 0; i < 390; i++)
        {
            await desk.CallAsync(i % 100 < 80 ? CallKind.Ghost : CallKind.Prank);
        }

        var undone = await desk.CallAsync(CallKind.Prank);
        (await desk.Taker.ChangeAsync(Desk.CallPath(undone, "/correction"), 1, new CallCorrection { Kind = CallKind.Mistake })).HasStatus(HttpStatusCode.OK);
        Assert.That(await TotalAsync() - before, Is.EqualTo(400), "what was undone is counted nowhere");

        async Task<int> TotalAsync() => (await desk.Taker.GetAsync(Desk.Calls + "/counts")).Body.GetProperty("total").GetProperty("all").GetInt32();
    }

    [Test]
    public async Task Bad_input_names_its_field()
    {
        (await desk.LogAsync(new NewCall { Kind = CallKind.Ghost, Phone = "seratus" })).IsProblem(HttpStatusCode.UnprocessableEntity, "invalid_phone", "phone");
        (await desk.LogAsync(new NewCall { Kind = CallKind.Ghost, KelurahanCode = "99" })).IsProblem(HttpStatusCode.UnprocessableEntity, "unknown_kelurahan", "kelurahanCode");
        (await desk.LogAsync(new NewCall { Kind = CallKind.Ghost, At = Clock.GetUtcNow().AddHours(1) })).IsProblem(HttpStatusCode.UnprocessableEntity, "out_of_range", "at");
        (await desk.LogAsync(new NewCall { Kind = CallKind.Ghost, DurationSeconds = -1 })).IsProblem(HttpStatusCode.BadRequest, "validation_failed", "durationSeconds");
        (await desk.Taker.PostAsync(Desk.Calls, new { kind = "lucu" }, Desk.Key())).HasStatus(HttpStatusCode.BadRequest);
        (await desk.Taker.PostAsync(Desk.Calls, new { kind = "ghost" })).IsProblem(HttpStatusCode.BadRequest, "idempotency_key_required", "Idempotency-Key");
        (await desk.Taker.GetAsync(Desk.Calls + "/counts?from=kemarin")).IsProblem(HttpStatusCode.BadRequest, "invalid_format", "from");
        (await desk.Taker.GetAsync(Desk.Calls + "/counts?from=2026-11-02&until=2026-11-01")).IsProblem(HttpStatusCode.BadRequest, "out_of_range", "until");
    }

    [Test]
    public async Task A_kind_is_put_right_with_a_trace_and_two_at_once_do_not_overwrite_each_other()
    {
        var call = await desk.CallAsync(CallKind.Prank, "081234500001");
        var path = Desk.CallPath(call, "/correction");
        var answers = await Task.WhenAll(
            desk.Taker.ChangeAsync(path, 1, new CallCorrection { Kind = CallKind.Information, Reason = "Bertanya sungguhan" }),
            desk.Taker.ChangeAsync(path, 1, new CallCorrection { Kind = CallKind.Ghost }));
        Assert.That(answers.Select(answer => answer.Status), Is.EquivalentTo(new[] { HttpStatusCode.OK, HttpStatusCode.PreconditionFailed }));

        var shown = await desk.Taker.GetAsync(Desk.CallPath(call));
        var history = shown.Body.GetProperty("history").EnumerateArray().ToArray();
        Assert.That(history.Select(change => change.Value("type")), Is.EqualTo(new[] { "logged", "corrected" }));
        Assert.That((history[1].Value("from"), history[1].Value("by")), Is.EqualTo(("prank", "Operator 112")));
    }

    [Test]
    public async Task A_complaint_becomes_a_report_for_the_caller_whose_number_is_read_out_in_groups()
    {
        var call = await desk.CallAsync(CallKind.Complaint, "0812-9999-0007");
        var (path, key) = (Desk.CallPath(call, "/report"), Desk.Key());
        var made = await desk.Taker.ChangeAsync(path, 1, Given.Garbage, key);
        made.HasStatus(HttpStatusCode.Created);
        var code = made.Body.GetProperty("report").Value("trackingCode")!;
        Assert.That(string.Concat(made.Body.GetProperty("spoken").EnumerateArray().Select(group => group.GetString()!.Replace(" ", ""))), Is.EqualTo(code.Replace("-", "")));
        Assert.That(made.Body.GetProperty("spoken").GetArrayLength(), Is.EqualTo(3));

        var again = await desk.Taker.ChangeAsync(path, 1, Given.Garbage, key);
        Assert.That((again.Status, again.Body.GetProperty("report").Value("trackingCode")), Is.EqualTo((HttpStatusCode.Created, code)), "a bad line makes no second report");
        (await desk.Taker.ChangeAsync(path, 2, Given.Garbage, Desk.Key())).IsProblem(HttpStatusCode.Conflict, "call_has_report");

        // the number went along as the contact: it is found by it
        var found = await desk.Taker.GetAsync("/api/v1/reports?q=081299990007");
        Assert.That(found.Body.Values("items", "trackingCode"), Is.EqualTo(new[] { code }));
        var listed = (await desk.Taker.GetAsync(Desk.Calls + "?kind=complaint&pageSize=100")).Body.GetProperty("items").EnumerateArray().Single(item => item.GetProperty("id").GetGuid() == call.GetProperty("id").GetGuid());
        Assert.That(listed.Value("trackingCode"), Is.EqualTo(code));
    }

    [Test]
    public async Task An_anonymous_complaint_leaves_the_number_behind_and_bad_words_leave_no_report()
    {
        var call = await desk.CallAsync(CallKind.Complaint, "081299990008");
        var path = Desk.CallPath(call, "/report");
        (await desk.Taker.ChangeAsync(path, 1, Given.Garbage with { ServiceCode = "TIDAK-ADA" }, Desk.Key())).IsProblem(HttpStatusCode.UnprocessableEntity, "unknown_service", "serviceCode");
        (await desk.Taker.ChangeAsync(path, 1, Given.Garbage with { Anonymous = true }, Desk.Key())).HasStatus(HttpStatusCode.Created);
        Assert.That((await desk.Taker.GetAsync("/api/v1/reports?q=081299990008")).Body.GetProperty("items").GetArrayLength(), Is.Zero);
    }

    [Test]
    public async Task A_number_is_opened_with_a_reason_and_a_trace_that_the_auditor_reads()
    {
        var call = await desk.CallAsync(CallKind.Emergency, "081277770001");
        (await desk.Taker.PostAsync(Desk.CallPath(call, "/number-readings"), new NumberPurpose { Reason = "  a   " })).IsProblem(HttpStatusCode.BadRequest, "too_short", "reason");
        var read = await desk.Taker.PostAsync(Desk.CallPath(call, "/number-readings"), new NumberPurpose { Reason = "Sambungan terputus" });
        Assert.That(read.Body.Value("phone"), Is.EqualTo("+6281277770001"));
        var log = (await (await Given.StaffAsync("inspektorat")).GetAsync("/api/v1/audit/callers?pageSize=100")).Body.GetProperty("items").EnumerateArray();
        Assert.That(log.Count(row => row.Value("callId") == call.Value("id") && row.Value("reason") == "Sambungan terputus"), Is.EqualTo(1));
        Assert.That(await Api.InDatabaseAsync(db => db.Calls.Where(c => c.PhoneSealed != null).Select(c => c.PhoneSealed!).ToListAsync()), Has.None.Matches<byte[]>(kept => System.Text.Encoding.UTF8.GetString(kept).Contains("7777", StringComparison.Ordinal)));
    }

    private Task<int> ReportsAsync() => Api.InDatabaseAsync(db => db.Reports.CountAsync());
}
