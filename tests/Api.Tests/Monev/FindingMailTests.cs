using System.Net;
using KediriLapor.Api.Tests.Notifications;
using KediriLapor.Harness;
using KediriLapor.Monev;

namespace KediriLapor.Api.Tests.Monev;

/// <summary>Who hears of what was found at a work of Bandar Lor.</summary>
public sealed class FindingMailTests : MonevStory
{
    private const string Desk = "inspektorat";

    private readonly MailCatcher catcher = new();

    [OneTimeTearDown]
    public async Task Hang() => await catcher.DisposeAsync();

    [Test]
    public async Task The_ward_hears_of_a_finding_that_it_is_to_answer_and_nobody_of_an_examination_that_found_nothing()
    {
        var work = await PlannedAsync(Proposal("Talud Gang Melati"));
        Kept(await RecordAsync(Found(work, followUpBy: null, grade: "none")));
        var finding = Kept(await RecordAsync(Found(work)));
        await Api.AllIsSaidAsync(Clock);

        var mail = Of("Talud Gang Melati").Single();
        Assert.That((mail.To, mail.Message.Subject), Is.EqualTo(("petugas.bandar-lor@contoh.invalid", "Temuan Monev di Kelurahan Bandar Lor")));
        Assert.That(mail.Text, Does.Contain($"https://lapor.contoh.id/petugas/monev/temuan/{finding.Id}").And.Not.Contain("112 m"), "what was found is read there");
        (await (await Given.StaffAsync(Ward)).GetAsync(finding.Path)).HasStatus(HttpStatusCode.OK);
    }

    [Test]
    public async Task What_is_serious_the_inspectorate_hears_too_whether_it_was_so_at_once_or_proved_so()
    {
        Kept(await RecordAsync(Found(await PlannedAsync(Proposal("Gapura RW 05")), grade: "serious")));
        var minor = Kept(await RecordAsync(Found(await PlannedAsync(Proposal("Pos kamling RW 06")))));
        Kept(await StepAsync(minor, new { step = "regrade", note = "Bahan tidak sesuai", grade = "serious" }));
        await Api.AllIsSaidAsync(Clock);

        Assert.That(Of("Gapura RW 05").Select(Name), Is.EquivalentTo(new[] { Ward, Desk, Inspectorate }));
        Assert.That(Of("Pos kamling RW 06").Where(mail => mail.Message.Subject!.StartsWith("Temuan berat", StringComparison.Ordinal)).Select(Name), Is.EquivalentTo(new[] { Ward, Desk, Inspectorate }));
    }

    [Test]
    public async Task A_day_that_went_by_unanswered_is_told_once_however_many_instances_look()
    {
        await using var second = await ApiHost.StartDemoAsync(Clock, Api.Database, catcher.Settings());
        for (var nth = 1; nth <= 3; nth++)
        {
            Kept(await RecordAsync(Found(await PlannedAsync(Proposal($"Saluran RT 0{nth}")), followUpBy: InDays(2))));
        }

        DaysPass(3);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(nth => (nth % 2 == 0 ? Api : second).RunAsync(new EscalateFindings())));
        await Api.RunAsync(new EscalateFindings());
        await Api.AllIsSaidAsync(Clock);
        for (var nth = 1; nth <= 3; nth++)
        {
            Assert.That(
                Of($"Saluran RT 0{nth}").Where(mail => mail.Message.Subject!.EndsWith("belum dijawab", StringComparison.Ordinal)).Select(Name), Is.EquivalentTo(new[] { Ward, Desk, Inspectorate }));
        }
    }

    [Test]
    public async Task An_event_that_comes_twice_is_told_once()
    {
        Kept(await RecordAsync(Found(await PlannedAsync(Proposal("Jembatan kecil RT 09")))));
        await Api.AllIsSaidAsync(Clock);
        Assert.That(await Api.ExecuteAsync("UPDATE outbox SET delivered_at = NULL WHERE consumer = 'tell-of-findings'"), Is.Positive);
        await Api.AllIsSaidAsync(Clock);
        Assert.That(Of("Jembatan kecil RT 09").Select(Name), Is.EqualTo(new[] { Ward }));
        Assert.That(await Api.CountAsync("outbox WHERE consumer = 'tell-of-findings' AND (last_error IS NOT NULL OR dead_at IS NOT NULL)"), Is.Zero);
    }

    [Test]
    public async Task Mail_that_nobody_can_prepare_holds_up_no_finding()
    {
        await Api.ExecuteAsync(
            """
            CREATE FUNCTION refuse_mail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no mail today'; END $$;
            CREATE TRIGGER refuse_mail BEFORE INSERT ON notifications FOR EACH ROW EXECUTE FUNCTION refuse_mail();
            """);
        Kept(await RecordAsync(Found(await PlannedAsync(Proposal("Taman RW 02")))));
        Assert.That(await Eventually.SeeAsync(() => Api.CountAsync("outbox WHERE last_error LIKE '%no mail today%'"), failed => failed == 1), Is.EqualTo(1));

        await Api.ExecuteAsync("DROP TRIGGER refuse_mail ON notifications");
        Clock.Advance(TimeSpan.FromMinutes(1));
        await Api.AllIsSaidAsync(Clock);
        Assert.That(Of("Taman RW 02").Select(Name), Is.EqualTo(new[] { Ward }));
    }

    protected override Task<(string Key, string? Value)[]> SettingsAsync() => Task.FromResult(catcher.Settings());

    private CaughtMail[] Of(string work) => [.. catcher.Mails.Where(mail => mail.Text.Contains(work, StringComparison.Ordinal))];

    private static string Name(CaughtMail mail) => mail.To.Replace("@contoh.invalid", "", StringComparison.Ordinal);
}
