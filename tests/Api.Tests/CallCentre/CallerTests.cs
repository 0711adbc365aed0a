using System.Net;
using System.Text.Json;
using KediriLapor.CallCentre.Callers;
using KediriLapor.CallCentre.Model;
using KediriLapor.Harness;
using KediriLapor.Reports;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KediriLapor.Api.Tests.CallCentre;

/// <summary>What is known of a number, and what it is worth.</summary>
public sealed class CallerTests : Story
{
    private Desk desk = null!;

    [OneTimeSetUp]
    public async Task Sit() => desk = new Desk(await Given.StaffAsync("operator"));

    [Test]
    public async Task A_caller_is_shown_by_calls_and_open_reports_and_by_nobodys_name()
    {
        const string Number = "081255550001";
        await desk.CallAsync(CallKind.Ghost, Number);
        await desk.CallAsync(CallKind.Complaint, "+62 812 5555 0001");
        var open = await Given.ReportAsync(Given.Pollution with { Reporter = new ReporterDetails { Name = "Sri Wahyuni", Phone = Number } });
        await Given.ReportAsync(Given.Bribe with { Reporter = new ReporterDetails { Phone = Number } });
        await Given.ReportAsync(Given.Pollution with { Anonymous = true, Reporter = new ReporterDetails { Phone = Number } });

        var card = await LookAsync(Number);
        Assert.That((Count("ghost"), Count("complaint"), Count("all")), Is.EqualTo((1, 1, 2)));
        Assert.That(card.Values("openReports", "trackingCode"), Is.EqualTo(new[] { open.TrackingCode }), "neither the confidential nor the anonymous one");
        Assert.That(card.GetRawText(), Does.Not.Contain("Sri").And.Not.Contain("5555"));
        Assert.That(await Api.InDatabaseAsync(db => db.CallerReadings.CountAsync(r => r.PhoneTail == "001" && r.CallId == null)), Is.EqualTo(1));
        Assert.That(await Api.InDatabaseAsync(db => db.ContactReadings.CountAsync(r => r.ReportId == open.Id)), Is.EqualTo(1));

        int Count(string kind) => card.GetProperty("calls").GetProperty(kind).GetInt32();
    }

    [Test]
    public async Task A_mark_is_a_hint_with_evidence_that_an_emergency_puts_aside_and_that_blocks_nothing()
    {
        const string Number = "081255550002";
        var evidence = new[] { await desk.CallAsync(CallKind.Prank, Number), await desk.CallAsync(CallKind.Prank, Number) }.Select(call => call.GetProperty("id").GetGuid()).ToList();
        (await MarkAsync(evidence[..1])).IsProblem(HttpStatusCode.BadRequest, "validation_failed", "callIds");
        (await MarkAsync([evidence[0], Guid.CreateVersion7()])).IsProblem(HttpStatusCode.UnprocessableEntity, "unknown_call", "callIds");
        var mark = await MarkAsync(evidence);
        mark.HasStatus(HttpStatusCode.Created);

        var calm = await LookAsync(Number, "halo halo");
        Assert.That((calm.GetProperty("marks")[0].GetProperty("evidenceIds").GetArrayLength(), calm.Value("heedMarks")), Is.EqualTo((2, "true")));
        var urgent = await LookAsync(Number, "tolong ada kebakaran rumah terbakar");
        Assert.That((urgent.Value("emergency"), urgent.Value("heedMarks")), Is.EqualTo(("true", "false")));
        var call = await desk.CallAsync(CallKind.Emergency, Number);
        var sent = await desk.FireAsync(Desk.Fire with { CallIds = [call.GetProperty("id").GetGuid()] });
        Assert.That(sent.Value("state"), Is.EqualTo("open"), "help goes out as to anybody");

        var verifier = await Given.StaffAsync("verifikator");
        var review = $"{Desk.Calls}/marks/{mark.Body.GetProperty("id").GetGuid()}/review";
        Assert.That((await verifier.GetAsync(Desk.Calls + "/marks?review=pending")).Body.Values("items", "id"), Does.Contain(mark.Body.Value("id")));
        (await verifier.ChangeAsync(review, 1, new MarkJudgement { Review = MarkReview.Lifted, Note = "Ternyata anak kecil" })).HasStatus(HttpStatusCode.OK);
        Assert.That((await LookAsync(Number)).GetProperty("marks").GetArrayLength(), Is.Zero);
        (await verifier.ChangeAsync(review, 2, new MarkJudgement { Review = MarkReview.Confirmed, Note = "Lagi" })).IsProblem(HttpStatusCode.Conflict, "mark_over");
    }

    [Test]
    public async Task Numbers_and_words_of_noise_are_forgotten_before_those_of_what_mattered()
    {
        var (noise, matter) = (await desk.CallAsync(CallKind.Ghost, "081255550003"), await desk.CallAsync(CallKind.Complaint, "081255550003"));
        await SetBackAsync(noise, 91);
        await SetBackAsync(matter, 91);
        await ForgetAsync();
        Assert.That((await HasNumberAsync(noise), await HasNumberAsync(matter)), Is.EqualTo((false, true)));
        await SetBackAsync(matter, 366);
        await ForgetAsync();
        Assert.That(await HasNumberAsync(matter), Is.False);
        Assert.That((await desk.Taker.GetAsync(Desk.CallPath(noise))).Body.GetProperty("call").Value("kind"), Is.EqualTo("ghost"), "that it came stays");
    }

    [Test]
    public async Task Whoever_erases_a_report_leaves_the_call_it_came_from()
    {
        var call = await desk.CallAsync(CallKind.Complaint, "081255550004");
        var report = (await desk.Taker.ChangeAsync(Desk.CallPath(call, "/report"), 1, Given.Pollution, Desk.Key())).Body.GetProperty("report");
        var erased = await Given.Citizen.WriteAsync(HttpMethod.Delete, $"/api/v1/tracking/{report.Value("trackingCode")}/personal-data", ("Report-Secret", report.Value("secret")!));
        erased.HasStatus(HttpStatusCode.NoContent);
        Assert.That(await HasNumberAsync(call), Is.False);
    }

    private async Task<JsonElement> LookAsync(string phone, string? words = null)
    {
        var answer = await desk.Taker.PostAsync(Desk.Calls + "/callers", new IncomingCaller { Phone = phone, Words = words });
        answer.HasStatus(HttpStatusCode.OK);
        return answer.Body;
    }

    private Task<Answer> MarkAsync(List<Guid> evidence) =>
        desk.Taker.PostAsync(Desk.Calls + "/marks", new NewMark { Kind = MarkKind.Prank, CallIds = evidence, Note = "Kebakaran yang tidak ada." }, Desk.Key());

    private Task<int> SetBackAsync(JsonElement call, int days)
    {
        var (id, at) = (call.GetProperty("id").GetGuid(), Clock.GetUtcNow().AddDays(-days));
        return Api.InDatabaseAsync(db => db.Calls.Where(c => c.Id == id).ExecuteUpdateAsync(row => row.SetProperty(c => c.At, at)));
    }

    private async Task ForgetAsync()
    {
        await using var scope = Api.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<MediatR.IMediator>().Send(new ForgetCallers());
    }

    private Task<bool> HasNumberAsync(JsonElement call)
    {
        var id = call.GetProperty("id").GetGuid();
        return Api.InDatabaseAsync(db => db.Calls.AnyAsync(c => c.Id == id && c.PhoneIndex != null));
    }
}
