using System.Net;
using System.Text.RegularExpressions;
using KediriLapor.Api.Tests.Notifications;
using KediriLapor.Harness;
using KediriLapor.Privacy;
using KediriLapor.Reporters;
using KediriLapor.Reports;
using KediriLapor.Reports.Model;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace KediriLapor.Api.Tests.Reporters;

/// <summary>All of one's reports by a link to the mailbox that stands in them; and what must not come of it.</summary>
public sealed partial class OwnReportsTests : Mailed
{
    private const string Own = "/api/v1/own-reports";

    [Test]
    public async Task A_link_opens_all_reports_of_the_mailbox_and_each_is_tracked_without_its_secret()
    {
        var first = await Given.ReportAsync(WithEmail);
        Clock.Advance(TimeSpan.FromSeconds(1));
        var second = await Given.ReportAsync(WithEmail with { Reporter = new ReporterDetails { Email = "SRI@Contoh.id" } });
        await Given.ReportAsync(WithEmail with { Reporter = new ReporterDetails { Email = "lain@contoh.id" } });
        var session = await SessionAsync(await LinkAsync());

        var listed = await Given.Citizen.GetAsync(Own, session);
        listed.HasStatus(HttpStatusCode.OK);
        Assert.That(listed.Body.Values("items", "trackingCode"), Is.EqualTo(new[] { second.TrackingCode, first.TrackingCode }));
        var tracked = await Given.Citizen.GetAsync(first.TrackingPath, session);
        tracked.HasStatus(HttpStatusCode.OK);
        Assert.That(tracked.Body.Value("id"), Is.EqualTo(first.Id.ToString()));
        (await Given.Citizen.GetAsync(first.TrackingPath + "/proof", session)).HasStatus(HttpStatusCode.OK);
        (await Given.Citizen.ChangeAsync(first.TrackingPath + "/status", first.Version, new ReporterMove { To = ReportStatus.Closed }, session)).HasStatus(HttpStatusCode.OK);
    }

    [Test]
    public async Task Pages_of_own_reports_follow_one_another()
    {
        var reports = new List<FiledReport>();
        while (reports.Count < 3)
        {
            reports.Insert(0, await Given.ReportAsync(WithEmail));
            Clock.Advance(TimeSpan.FromSeconds(1));
        }

        var session = await SessionAsync(await LinkAsync());
        var page = await Given.Citizen.GetAsync(Own + "?pageSize=2", session);
        var rest = await Given.Citizen.GetAsync($"{Own}?pageSize=2&after={page.Body.Value("next")}", session);
        Assert.That(page.Body.Values("items", "trackingCode").Concat(rest.Body.Values("items", "trackingCode")), Is.EqualTo(reports.Select(report => report.TrackingCode)));
    }

    [Test]
    public async Task What_a_stranger_sends_an_anonymous_and_a_confidential_report_are_neither_listed_nor_opened()
    {
        await Given.ReportAsync(WithEmail);
        var mail = new ReporterDetails { Email = Reporter };
        FiledReport[] closed =
        [
            await Given.ReportAsync(WithEmail with { Anonymous = true, Reporter = mail }),
            await Given.ReportAsync(WithEmail with { Confidential = true }),
            await Given.ReportAsync(Given.Bribe with { Reporter = mail }),
            await Given.ReportAsync(WithEmail with { Reporter = new ReporterDetails { Email = "lain@contoh.id" } }),
        ];
        var session = await SessionAsync(await LinkAsync());
        var listed = (await Given.Citizen.GetAsync(Own, session)).Body.Values("items", "trackingCode");
        Assert.That(listed, Has.Length.EqualTo(1));
        foreach (var report in closed)
        {
            Assert.That(listed, Does.Not.Contain(report.TrackingCode));
            foreach (var path in new[] { report.TrackingPath, report.TrackingPath + "/proof" })
            {
                (await Given.Citizen.GetAsync(path, session)).IsProblem(HttpStatusCode.NotFound, "not_found");
            }

            (await Given.Citizen.ChangeAsync(report.TrackingPath + "/status", report.Version, new ReporterMove { To = ReportStatus.Closed }, session))
                .IsProblem(HttpStatusCode.NotFound, "not_found");
        }
    }

    [Test]
    public async Task A_session_reads_and_changes_no_contact_and_signs_no_browser_up()
    {
        var report = await Given.ReportAsync(WithEmail);
        var session = await SessionAsync(await LinkAsync());
        var data = report.TrackingPath + "/personal-data";
        (await Given.Citizen.GetAsync(data, session)).IsProblem(HttpStatusCode.NotFound, "not_found");
        (await Given.Citizen.WriteAsync(HttpMethod.Delete, data, session)).IsProblem(HttpStatusCode.NotFound, "not_found");
        using var other = System.Net.Http.Json.JsonContent.Create(new { email = "lain@contoh.id" });
        (await Given.Citizen.SendAsync(HttpMethod.Put, data, other, session)).IsProblem(HttpStatusCode.NotFound, "not_found");
    }

    [Test]
    public async Task A_link_works_once_and_of_two_at_once_one_comes_in()
    {
        await Given.ReportAsync(WithEmail);
        var token = await LinkAsync();
        var answers = await Task.WhenAll(OpenAsync(token), OpenAsync(token));
        Assert.That(answers.Select(answer => answer.Status), Is.EquivalentTo(new[] { HttpStatusCode.OK, HttpStatusCode.Gone }));
        (await OpenAsync(token)).IsProblem(HttpStatusCode.Gone, "link_over");
        (await OpenAsync(new string('A', 43))).IsProblem(HttpStatusCode.Gone, "link_over");
    }

    [Test]
    public async Task A_link_ends_after_a_quarter_of_an_hour_and_a_session_after_an_hour_or_by_hand()
    {
        await Given.ReportAsync(WithEmail);
        var late = await LinkAsync();
        Clock.Advance(ReporterLink.Life);
        (await OpenAsync(late)).IsProblem(HttpStatusCode.Gone, "link_over");

        var session = await SessionAsync(await LinkAsync());
        Clock.Advance(TimeSpan.FromHours(1) - TimeSpan.FromSeconds(1));
        (await Given.Citizen.GetAsync(Own, session)).HasStatus(HttpStatusCode.OK);
        Clock.Advance(TimeSpan.FromSeconds(1));
        (await Given.Citizen.GetAsync(Own, session)).IsProblem(HttpStatusCode.Unauthorized, "reporter_session_over");

        var ended = await SessionAsync(await LinkAsync());
        (await Given.Citizen.WriteAsync(HttpMethod.Delete, Own + "/session", ended)).HasStatus(HttpStatusCode.NoContent);
        (await Given.Citizen.GetAsync(Own, ended)).IsProblem(HttpStatusCode.Unauthorized, "reporter_session_over");
        await Api.RunAsync(new SweepReporterLinks());
        Assert.That(await Api.CountAsync("reporter_sessions") + await Api.CountAsync("reporter_links"), Is.Zero);
    }

    [Test]
    public async Task Who_is_not_known_gets_the_same_answer_and_no_mail()
    {
        await Given.ReportAsync(WithEmail);
        await Given.ReportAsync(WithEmail with { Anonymous = true, Reporter = new ReporterDetails { Email = "anonim@contoh.id" } });
        await AllIsSaidAsync();
        var before = Catcher.Mails.Length;
        var answers = new List<string>();
        foreach (var email in new[] { "tidak.ada@contoh.id", "anonim@contoh.id", Reporter })
        {
            var answer = await AskAsync(email);
            answer.HasStatus(HttpStatusCode.Accepted);
            answers.Add(answer.Text);
        }

        Assert.That(answers.Distinct(), Has.Exactly(1).Items);
        Assert.That(await Eventually.SeeAsync(() => Api.CountAsync("reporter_links WHERE sealed IS NOT NULL"), waiting => waiting == 0), Is.Zero);
        Assert.That(Catcher.Mails.Skip(before).Select(mail => mail.To), Is.EqualTo(new[] { Reporter }));
    }

    [Test]
    public async Task One_contact_is_written_to_a_few_times_and_a_network_asks_a_few_dozen()
    {
        for (var asked = 0; asked < 5; asked++)
        {
            (await AskAsync("tidak.ada@contoh.id")).HasStatus(HttpStatusCode.Accepted);
        }

        var refused = await AskAsync("Tidak.Ada@contoh.id");
        refused.IsProblem(HttpStatusCode.TooManyRequests, "too_many_requests");
        Assert.That(refused.Header("Retry-After"), Is.EqualTo("21600"));
        (await AskAsync(Reporter)).HasStatus(HttpStatusCode.Accepted);
        for (var asked = 7; asked < 40; asked++)
        {
            (await AskAsync($"nomor{asked}@contoh.id")).HasStatus(HttpStatusCode.Accepted);
        }

        (await AskAsync("lain@contoh.id")).IsProblem(HttpStatusCode.TooManyRequests, "too_many_requests");
        Clock.Advance(TimeSpan.FromHours(6));
        (await AskAsync("tidak.ada@contoh.id")).HasStatus(HttpStatusCode.Accepted);
    }

    [Test]
    public async Task The_mail_speaks_the_language_of_who_asks_at_night_too_and_the_database_keeps_neither_link_nor_address()
    {
        await Given.ReportAsync(WithEmail);
        await AllIsSaidAsync();
        Clock.Advance(TimeSpan.FromHours(14));
        var token = await LinkAsync("en");
        var mail = Catcher.To(Reporter)[^1];
        Assert.That(mail.Message.Subject, Is.EqualTo("Link to your reports"));
        Assert.That(mail.Message.Headers["List-Unsubscribe"], Is.Null);
        Assert.That(mail.Message.ToString(), Does.Not.Contain("Sri").And.Not.Contain("selokan"));
        Assert.That(await Eventually.SeeAsync(() => Api.CountAsync("reporter_links WHERE sealed IS NULL"), sent => sent == 1), Is.EqualTo(1));
        Assert.That(await Api.CountAsync($"reporter_links l WHERE l::text LIKE '%{token}%' OR l::text ILIKE '%contoh%'"), Is.Zero);
    }

    [Test]
    public async Task A_mail_server_that_is_away_is_tried_again_and_a_lost_link_opens_nothing()
    {
        await Given.ReportAsync(WithEmail);
        await AllIsSaidAsync();
        Catcher.Down = true;
        (await AskAsync(Reporter)).HasStatus(HttpStatusCode.Accepted);
        // what failed is due in seconds; what is still on its way, in a minute
        var soon = (Clock.GetUtcNow() + (ReporterLink.Lease / 2)).ToString("O", System.Globalization.CultureInfo.InvariantCulture);
        Assert.That(await Eventually.SeeAsync(() => Api.CountAsync($"reporter_links WHERE attempts = 1 AND due_at < '{soon}'"), tried => tried == 1), Is.EqualTo(1));
        Catcher.Down = false;
        Clock.Advance(ReporterLink.Lease);
        await SessionAsync(await TokenAsync(1));
    }

    [Test]
    public async Task A_report_leaves_the_session_with_its_contact()
    {
        var (kept, erased) = (await Given.ReportAsync(WithEmail), await Given.ReportAsync(WithEmail));
        var session = await SessionAsync(await LinkAsync());
        (await Given.Citizen.WriteAsync(HttpMethod.Delete, erased.TrackingPath + "/personal-data", erased.SecretHeader)).HasStatus(HttpStatusCode.NoContent);
        Assert.That((await Given.Citizen.GetAsync(Own, session)).Body.Values("items", "trackingCode"), Is.EqualTo(new[] { kept.TrackingCode }));
        (await Given.Citizen.GetAsync(erased.TrackingPath, session)).IsProblem(HttpStatusCode.NotFound, "not_found");
    }

    [Test]
    public async Task Contacts_from_before_the_index_are_found_after_resealing()
    {
        var report = await Given.ReportAsync(WithEmail);
        await Given.ReportAsync(WithEmail with { Anonymous = true, Reporter = new ReporterDetails { Email = Reporter } });
        await Api.ExecuteAsync("UPDATE reporter_contacts SET email_index = NULL");
        await using (var scope = Api.Services.CreateAsyncScope())
        {
            Assert.That((await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new ResealContacts())).Resealed, Is.EqualTo(1));
        }

        var session = await SessionAsync(await LinkAsync());
        Assert.That((await Given.Citizen.GetAsync(Own, session)).Body.Values("items", "trackingCode"), Is.EqualTo(new[] { report.TrackingCode }));
    }

    [Test]
    public async Task One_of_both_contacts_has_to_be_given_and_a_way_that_is_not_there_is_told()
    {
        (await Given.Citizen.PostAsync(Own + "/links", new { })).IsProblem(HttpStatusCode.UnprocessableEntity, "one_contact", "email");
        (await Given.Citizen.PostAsync(Own + "/links", new { email = Reporter, phone = "081234567890" })).IsProblem(HttpStatusCode.UnprocessableEntity, "one_contact", "email");
        (await AskAsync("sri@")).IsProblem(HttpStatusCode.UnprocessableEntity, "invalid_email", "email");
        (await Given.Citizen.PostAsync(Own + "/links", new { phone = "081234567890" })).IsProblem(HttpStatusCode.UnprocessableEntity, "link_not_sent_there", "phone");
        var ways = (await Given.Citizen.GetAsync(Own + "/links")).Body;
        Assert.That((ways.GetProperty("email").GetBoolean(), ways.GetProperty("whatsApp").GetBoolean()), Is.EqualTo((true, false)));
    }

    private Task<Answer> AskAsync(string email, string language = "id") => Given.Citizen.PostAsync(Own + "/links", new { email, language });

    private Task<Answer> OpenAsync(string token) => Given.Citizen.PostAsync(Own + "/session", new { token });

    private async Task<string> LinkAsync(string language = "id")
    {
        var before = Links().Length;
        (await AskAsync(Reporter, language)).HasStatus(HttpStatusCode.Accepted);
        var token = await TokenAsync(before + 1);
        // the mail is here before it is written down that it went, and from then on its time runs
        Assert.That(await Eventually.SeeAsync(() => Api.CountAsync("reporter_links WHERE sealed IS NOT NULL"), onTheirWay => onTheirWay == 0), Is.Zero);
        return token;
    }

    /// <summary>Of the last of so many links.</summary>
    private async Task<string> TokenAsync(int links) =>
        (await Eventually.SeeAsync(() => Task.FromResult(Links()), seen => seen.Length == links))[^1];

    private string[] Links() => [.. Catcher.To(Reporter).Select(mail => Link().Match(mail.Text)).Where(match => match.Success).Select(match => match.Groups[1].Value)];

    private async Task<(string Name, string Value)> SessionAsync(string token)
    {
        var opened = await OpenAsync(token);
        opened.HasStatus(HttpStatusCode.OK);
        return ("Reporter-Session", opened.Body.Value("session")!);
    }

    [GeneratedRegex(@"https://lapor\.contoh\.id/laporan-saya#([\w-]{43})\s")]
    private static partial Regex Link();
}
