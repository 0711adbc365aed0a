using System.Net;
using KediriLapor.Harness;
using KediriLapor.Notifications.WebPush;
using KediriLapor.Privacy;
using KediriLapor.Reports;
using KediriLapor.Reports.Duplicates;
using KediriLapor.Reports.Model;
using MediatR;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace KediriLapor.Api.Tests.Notifications;

/// <summary>Browsers that asked to be told, by a push service on this machine that opens what it is given.</summary>
public sealed class PushTests
{
    private FakeTimeProvider clock = null!;
    private PushCatcher catcher = null!;
    private ApiHost api = null!;
    private Given given = null!;

    [SetUp]
    public async Task Open()
    {
        clock = new FakeTimeProvider(Given.WorkingMorning);
        catcher = await PushCatcher.StartAsync();
        api = await ApiHost.StartDemoAsync(clock, null, ("WebPush:AllowLocal", "true"), ("PublicUrl", "https://lapor.contoh.id"));
        given = new Given(api);
    }

    [TearDown]
    public async Task Close()
    {
        given.Dispose();
        await api.DisposeAsync();
        await catcher.DisposeAsync();
    }

    [Test]
    public async Task The_reporters_browser_shows_what_happened_and_nothing_that_was_said()
    {
        var (report, browser) = (await given.ReportAsync(), catcher.NewBrowser());
        await SubscribeAsync(report, browser);
        await SubscribeAsync(report, browser);
        await AskedAsync(report, "Rumah Bu Sri nomor berapa?");
        await AllIsSaidAsync();

        var push = catcher.Pushes.Single(push => push.Shown.Value("title")!.Contains("pertanyaan", StringComparison.Ordinal));
        Assert.That(push.Shown.Value("link"), Is.EqualTo($"https://lapor.contoh.id/lacak/{report.TrackingCode}"));
        Assert.That(push.Shown.ToString(), Does.Contain(report.TrackingCode).And.Not.Contain("Bu Sri").And.Not.Contain(report.Secret).And.Not.Contain("selokan"));
        Assert.That(
            (push.Headers["Content-Encoding"], push.Headers["Urgency"], push.Headers["TTL"], push.Headers["Topic"]),
            Is.EqualTo(("aes128gcm", "normal", "259200", push.Shown.Value("tag"))));
        Assert.That(push.Headers["Authorization"], Does.StartWith("vapid t=").And.EndsWith(", k=" + await PublicKeyAsync()));
    }

    [Test]
    public async Task The_key_is_made_once_and_outlives_a_restart()
    {
        var first = await PublicKeyAsync();
        Assert.That(WebEncoders.Base64UrlDecode(first), Has.Length.EqualTo(65));
        await using var again = await ApiHost.StartDemoAsync(clock, api.Database);
        using var person = new Person(again);
        Assert.That((await person.GetAsync("/api/v1/notifications/push-key")).Body.Value("publicKey"), Is.EqualTo(first));
    }

    [Test]
    public async Task Only_the_secret_lets_a_browser_in_and_whoever_leaves_hears_no_more()
    {
        var (report, browser) = (await given.ReportAsync(), catcher.NewBrowser());
        (await given.Citizen.PostAsync(report.TrackingPath + "/push-subscriptions", browser.Subscription)).IsProblem(HttpStatusCode.NotFound, "not_found");
        await SubscribeAsync(report, browser);
        (await given.Citizen.WriteAsync(HttpMethod.Delete, report.TrackingPath + "/push-subscriptions", report.SecretHeader)).IsProblem(HttpStatusCode.BadRequest, "required");
        (await given.Citizen.WriteAsync(HttpMethod.Delete, report.TrackingPath + "/push-subscriptions", report.SecretHeader, browser.EndpointHeader)).HasStatus(HttpStatusCode.NoContent);
        await AskedAsync(report);
        await AllIsSaidAsync();

        Assert.That(catcher.Asked, Is.Zero);
    }

    [TestCase("https://127.0.0.1/p")]
    [TestCase("https://[::1]/p")]
    [TestCase("http://push.contoh.id/p")]
    [TestCase("https://kunci@push.contoh.id/p")]
    [TestCase("bukan alamat")]
    public async Task An_address_that_is_no_push_service_is_refused(string endpoint)
    {
        await using var strict = await ApiHost.StartDemoAsync(clock, api.Database);
        using var person = new Person(strict);
        var (report, browser) = (await given.ReportAsync(), catcher.NewBrowser());
        (await person.PostAsync(report.TrackingPath + "/push-subscriptions", browser.Subscription with { Endpoint = endpoint }, report.SecretHeader)).IsProblem(HttpStatusCode.UnprocessableEntity, "invalid_push_endpoint", "endpoint");
    }

    [Test]
    public async Task A_browser_that_ended_its_subscription_is_forgotten()
    {
        var report = await given.ReportAsync();
        await SubscribeAsync(report, catcher.NewBrowser());
        catcher.Refuses = HttpStatusCode.Gone;
        await AskedAsync(report);
        await AllIsSaidAsync();

        Assert.That(await api.CountAsync("push_subscriptions"), Is.Zero);
        Assert.That(await api.CountAsync("notifications WHERE medium = 'Push' AND state = 'Withheld'"), Is.EqualTo(1));
    }

    [Test]
    public async Task A_push_service_is_left_alone_as_long_as_it_asks_and_once_for_a_batch()
    {
        var report = await given.ReportAsync();
        await SubscribeAsync(report, catcher.NewBrowser());
        await SubscribeAsync(report, catcher.NewBrowser());
        (catcher.Refuses, catcher.RetryAfter) = (HttpStatusCode.TooManyRequests, 1800);
        await AskedAsync(report);
        await api.OutboxIsDeliveredAsync();
        Assert.That(await Eventually.SeeAsync(() => api.CountAsync("notifications WHERE medium = 'Push' AND last_error LIKE '%(429)'"), failed => failed == 2), Is.EqualTo(2));
        Assert.That(catcher.Asked, Is.EqualTo(1));

        catcher.Refuses = null;
        clock.Advance(TimeSpan.FromMinutes(20));
        Assert.That(await WaitingAsync(), Is.Zero);
        clock.Advance(TimeSpan.FromMinutes(10));
        await AllIsSaidAsync();
        Assert.That(catcher.Pushes, Has.Length.EqualTo(2));
    }

    [Test]
    public async Task An_emergency_is_urgent()
    {
        clock.SetUtcNow(Given.WorkingMorning.AddHours(14));
        var report = await given.ReportAsync(Given.Pollution with { ServiceCode = "DAR-KEBAKARAN", Description = "Rumah terbakar di gang." });
        await SubscribeAsync(report, catcher.NewBrowser());
        await api.OutboxIsDeliveredAsync();
        (await given.Citizen.ChangeAsync(report.TrackingPath + "/status", report.Version, new ReporterMove { To = ReportStatus.Closed, Note = "Sudah padam" }, report.SecretHeader)).HasStatus(HttpStatusCode.OK);
        await AllIsSaidAsync();

        Assert.That(catcher.Pushes[^1].Headers["Urgency"], Is.EqualTo("high"));
    }

    [Test]
    public async Task A_reporters_sixth_browser_takes_the_place_of_the_first()
    {
        var report = await given.ReportAsync();
        for (var nth = 0; nth < PushSubscription.MostOfReporter + 1; nth++)
        {
            await SubscribeAsync(report, catcher.NewBrowser());
            clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.That(await api.CountAsync("push_subscriptions"), Is.EqualTo(PushSubscription.MostOfReporter));
    }

    [Test]
    public async Task Erasing_the_person_ends_it_and_the_browser_lies_sealed()
    {
        var (report, browser) = (await given.ReportAsync(), catcher.NewBrowser());
        await SubscribeAsync(report, browser);
        Assert.That(
            await api.AskAsync<int>("SELECT count(*)::int AS \"Value\" FROM push_subscriptions WHERE position(convert_to({0}, 'UTF8') IN sealed) = 0", browser.Endpoint.AbsolutePath), Is.EqualTo(1));
        (await given.Citizen.WriteAsync(HttpMethod.Delete, report.TrackingPath + "/personal-data", report.SecretHeader)).HasStatus(HttpStatusCode.NoContent);

        Assert.That(await api.CountAsync("push_subscriptions"), Is.Zero);
    }

    [Test]
    public async Task A_year_after_closing_all_browsers_are_forgotten()
    {
        var report = await given.ReportAsync();
        await SubscribeAsync(report, catcher.NewBrowser());
        await FollowAsync(report, catcher.NewBrowser());
        (await given.Citizen.ChangeAsync(report.TrackingPath + "/status", report.Version, new ReporterMove { To = ReportStatus.Closed, Note = "Sudah bersih" }, report.SecretHeader)).HasStatus(HttpStatusCode.OK);
        await AllIsSaidAsync();
        Assert.That(await api.CountAsync("push_subscriptions"), Is.EqualTo(2));
        clock.Advance(TimeSpan.FromDays(366));
        await api.RunAsync(new AnonymiseClosedReports());

        Assert.That(await api.CountAsync("push_subscriptions"), Is.Zero);
        (await given.Citizen.PostAsync(report.TrackingPath + "/push-subscriptions", catcher.NewBrowser().Subscription, report.SecretHeader))
            .IsProblem(HttpStatusCode.Conflict, "already_anonymised");
    }

    [Test]
    public async Task A_new_key_of_the_program_seals_the_browsers_anew_and_they_stay_within_reach()
    {
        var report = await given.ReportAsync();
        await SubscribeAsync(report, catcher.NewBrowser());
        api.Services.GetRequiredService<IKeyManager>().CreateNewKey(TimeProvider.System.GetUtcNow(), TimeProvider.System.GetUtcNow().AddDays(90));
        // an instance takes a new key up a moment after it was made
        Assert.That(await Eventually.SeeAsync(ResealedAsync, resealed => resealed > 0), Is.EqualTo(1));
        Assert.That(await ResealedAsync(), Is.Zero);
        await AskedAsync(report);
        await AllIsSaidAsync();

        Assert.That(catcher.Pushes, Has.Length.EqualTo(1));
    }

    [Test]
    public async Task Whoever_follows_a_public_report_hears_of_its_end_without_its_code()
    {
        var (report, browser) = (await given.InProgressAsync(), catcher.NewBrowser());
        await FollowAsync(report, browser);
        await ResolvedAsync(report);
        await AllIsSaidAsync();

        var push = catcher.Pushes.Single();
        Assert.That(push.Shown.Value("title"), Is.EqualTo("Laporan yang Anda ikuti selesai ditangani"));
        Assert.That(push.Shown.ToString(), Does.Not.Contain(report.TrackingCode));
    }

    [Test]
    public async Task Whoever_follows_hears_that_there_is_news_and_not_its_words()
    {
        var (report, browser) = (await given.InProgressAsync(), catcher.NewBrowser());
        await FollowAsync(report, browser);
        var officer = await given.StaffAsync("petugas.dlhkp");
        (await officer.ChangeAsync(report.StaffPath + "/notes", report.Version, new NewNote { InternalNote = "Tunggu truk." })).HasStatus(HttpStatusCode.OK);
        (await officer.ChangeAsync(report.StaffPath + "/notes", report.Version + 1, new NewNote { PublicNote = "Kami datang besok ke rumah Bu Sri." })).HasStatus(HttpStatusCode.OK);
        await AllIsSaidAsync();

        var push = catcher.Pushes.Single();
        Assert.That(push.Shown.Value("title"), Is.EqualTo("Kabar baru pada laporan yang Anda ikuti"));
        Assert.That(push.Shown.ToString(), Does.Not.Contain("Bu Sri").And.Not.Contain(report.TrackingCode));
    }

    [Test]
    public async Task A_report_that_is_not_public_cannot_be_followed_and_one_that_ceases_to_be_is_silent()
    {
        var (secret, shown, browser) = (await given.ReportAsync(Given.Garbage with { Confidential = true }), await given.InProgressAsync(), catcher.NewBrowser());
        await FollowAsync(shown, browser);
        (await given.Citizen.PostAsync($"/api/v1/public/reports/{secret.Id}/follow", browser.Subscription)).IsProblem(HttpStatusCode.NotFound, "not_found");
        await api.ExecuteAsync("UPDATE reports SET confidential = true WHERE id = {0}", shown.Id);
        await ResolvedAsync(shown);
        await AllIsSaidAsync();

        Assert.That(catcher.Asked, Is.Zero);
    }

    [Test]
    public async Task Whoever_leaves_a_public_report_hears_no_more()
    {
        var (report, browser) = (await given.InProgressAsync(), catcher.NewBrowser());
        await FollowAsync(report, browser);
        (await given.Citizen.WriteAsync(HttpMethod.Delete, $"/api/v1/public/reports/{report.Id}/follow", browser.EndpointHeader)).HasStatus(HttpStatusCode.NoContent);
        await ResolvedAsync(report);
        await AllIsSaidAsync();

        Assert.That(catcher.Asked, Is.Zero);
    }

    [Test]
    public async Task Followers_of_a_merged_report_hear_once_what_becomes_of_its_survivor()
    {
        var (merged, survivor, browser) = (await given.InProgressAsync(), await given.InProgressAsync(), catcher.NewBrowser());
        await FollowAsync(merged, browser);
        var officer = await given.StaffAsync("petugas.dlhkp");
        (await officer.ChangeAsync(merged.StaffPath + "/merge", merged.Version, new Merger { Into = survivor.Id })).HasStatus(HttpStatusCode.OK);
        await ResolvedAsync(survivor with { Version = survivor.Version + 1 });
        await AllIsSaidAsync();

        Assert.That(catcher.Pushes.Select(push => push.Shown.Value("title")), Is.EqualTo(new[] { "Laporan yang Anda ikuti selesai ditangani" }));
    }

    /// <summary>After all that happened so far is told to those who were there.</summary>
    private async Task SubscribeAsync(FiledReport report, FakeBrowser browser)
    {
        await api.OutboxIsDeliveredAsync();
        (await given.Citizen.PostAsync(report.TrackingPath + "/push-subscriptions", browser.Subscription, report.SecretHeader)).HasStatus(HttpStatusCode.NoContent);
    }

    private async Task<int> ResealedAsync()
    {
        await using var scope = api.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new ResealSubscriptions());
    }

    private async Task FollowAsync(FiledReport report, FakeBrowser browser)
    {
        await api.OutboxIsDeliveredAsync();
        (await given.Citizen.PostAsync($"/api/v1/public/reports/{report.Id}/follow", browser.Subscription)).HasStatus(HttpStatusCode.NoContent);
    }

    private Task<FiledReport> AskedAsync(FiledReport report, string question = "Di mana?") =>
        given.MovedAsync(report, "petugas.dlhkp", new NewStatus { To = ReportStatus.NeedsInformation, PublicNote = question });

    private Task<FiledReport> ResolvedAsync(FiledReport report) =>
        given.MovedAsync(report, "petugas.dlhkp", new NewStatus { To = ReportStatus.Resolved, PublicNote = "Sudah ditangani." });

    private async Task<string> PublicKeyAsync() => (await given.Citizen.GetAsync("/api/v1/notifications/push-key")).Body.Value("publicKey")!;

    private async Task AllIsSaidAsync()
    {
        await api.OutboxIsDeliveredAsync();
        Assert.That(await Eventually.SeeAsync(WaitingAsync, waiting => waiting == 0), Is.Zero);
    }

    private Task<int> WaitingAsync() =>
        api.AskAsync<int>("SELECT count(*)::int AS \"Value\" FROM notifications WHERE medium = 'Push' AND state = 'Pending' AND due_at <= {0}", clock.GetUtcNow() + TimeSpan.FromMinutes(5));
}
