using System.Net;
using KediriLapor.Api.Tests.Notifications;
using KediriLapor.CallCentre.Dispatches;
using KediriLapor.CallCentre.Model;
using KediriLapor.Harness;
using KediriLapor.Notifications;
using Microsoft.Extensions.DependencyInjection;

namespace KediriLapor.Api.Tests.CallCentre;

/// <summary>Who hears of an emergency: it is deep in the night there.</summary>
public sealed class DispatchMailTests : Story
{
    private const string Dlhkp = "petugas.dlhkp";
    private static readonly string[] Dpupr = ["kepala.dpupr", "petugas.dpupr"];

    private readonly MailCatcher catcher = new();
    private Desk desk = null!;

    [OneTimeSetUp]
    public async Task Sit()
    {
        Clock.SetUtcNow(Given.WorkingMorning.AddHours(15));
        desk = new Desk(await Given.StaffAsync("operator"));
    }

    [OneTimeTearDown]
    public async Task Hang() => await catcher.DisposeAsync();

    [Test]
    public async Task A_unit_that_is_asked_hears_at_night_and_of_nothing_that_the_caller_said()
    {
        var call = await desk.CallAsync(CallKind.Emergency, "081266660009");
        var fire = await desk.FireAsync(Desk.Fire with { CallIds = [call.GetProperty("id").GetGuid()], Units = ["DLHKP", "SATPOLPP"] });
        await Api.AllIsSaidAsync(Clock);

        Assert.That(catcher.HeardOf("Kebakaran"), Is.EqualTo(new[] { Dlhkp }), "SATPOLPP has no accounts here, and no other unit was asked");
        var mail = catcher.Mails.Last(mail => mail.Message.Subject!.Contains("Kebakaran", StringComparison.Ordinal));
        Assert.That(mail.Message.Subject, Is.EqualTo("Darurat 112: Kebakaran, Kelurahan Bandar Lor"));
        Assert.That(mail.Text, Does.Contain("pukul 00.15 WIB").And.Contain("https://lapor.contoh.id/petugas/operator"));
        Assert.That(mail.Message.ToString(), Does.Not.Contain("66660009").And.Not.Contain("pasar").And.Not.Contain("Tabung"));
        (await (await Given.StaffAsync(Dlhkp)).GetAsync(Desk.Path(fire))).HasStatus(HttpStatusCode.OK);
    }

    [Test]
    public async Task Whoever_joins_later_hears_then_and_nobody_hears_twice()
    {
        await using var second = await ApiHost.StartDemoAsync(Clock, Api.Database, catcher.Settings());
        var tree = await desk.FireAsync(Desk.Fire with { ServiceCode = "DAR-POHON", Units = ["DLHKP"] });
        await Api.AllIsSaidAsync(Clock);
        Assert.That(catcher.HeardOf("Pohon"), Is.EqualTo(new[] { Dlhkp }));

        (await desk.Taker.ChangeAsync(Desk.Path(tree, "/units"), 1, new NewUnit { AgencyCode = "DPUPR" })).HasStatus(HttpStatusCode.OK);
        await Api.AllIsSaidAsync(Clock);
        await Api.ExecuteAsync("UPDATE outbox SET delivered_at = NULL WHERE consumer = 'tell-of-dispatches'");
        await Api.AllIsSaidAsync(Clock);
        Assert.That(catcher.HeardOf("Pohon"), Is.EquivalentTo(new[] { Dlhkp, Dpupr[0], Dpupr[1] }));
    }

    [Test]
    public async Task A_unit_that_is_asked_once_more_or_takes_over_hears_again()
    {
        var flood = await desk.FireAsync(Desk.Fire with { ServiceCode = "DAR-BENCANA", Units = ["DLHKP", "SATPOLPP"] });
        await Api.AllIsSaidAsync(Clock);
        (await desk.Taker.ChangeAsync(Desk.Path(flood, "/units/DLHKP/steps"), 1, new NewStep { Step = UnitStep.Declined, Reason = "Truk rusak" })).HasStatus(HttpStatusCode.OK);
        Clock.Advance(TimeSpan.FromMinutes(2));
        (await desk.Taker.ChangeAsync(Desk.Path(flood, "/units/DLHKP/steps"), 2, new NewStep { Step = UnitStep.Received })).HasStatus(HttpStatusCode.OK);
        (await desk.Taker.ChangeAsync(Desk.Path(flood, "/units/SATPOLPP/steps"), 3, new NewStep { Step = UnitStep.UnderWay })).HasStatus(HttpStatusCode.OK);
        (await desk.Taker.ChangeAsync(Desk.Path(flood, "/units/SATPOLPP/steps"), 4, new NewStep
        {
            Step = UnitStep.HandedOver,
            Reason = "Lebih dekat",
            HandedTo = new NewSuccessor { AgencyCode = "DPUPR" },
        })).HasStatus(HttpStatusCode.OK);
        await Api.AllIsSaidAsync(Clock);
        Assert.That(catcher.HeardOf("Bencana"), Is.EquivalentTo(new[] { Dlhkp, Dlhkp, Dpupr[0], Dpupr[1] }));
    }

    [Test]
    public async Task Of_a_confidential_emergency_not_even_the_kind_is_told()
    {
        await desk.FireAsync(Desk.Fire with { ServiceCode = "DAR-KEKERASAN", Units = ["DLHKP"] });
        await Api.AllIsSaidAsync(Clock);
        Assert.That(catcher.HeardOf("rahasia"), Is.EqualTo(new[] { Dlhkp }));
        Assert.That(catcher.Mails.Any(mail => mail.Message.ToString().Contains("ekerasan", StringComparison.Ordinal)), Is.False);
    }

    [TestCase("DLHKP", 1)]
    [TestCase("DPUPR", 0)]
    public async Task Of_an_emergency_that_does_not_exist_for_them_officers_are_not_told_whatever_names_their_unit(string unit, int told)
    {
        var id = (await desk.FireAsync(Desk.Fire with { ServiceCode = "DAR-GAS", Units = ["DLHKP"] })).GetProperty("id").GetGuid();
        await using var scope = Api.Services.CreateAsyncScope();
        var (listeners, dispatches) = (scope.ServiceProvider.GetRequiredService<Listeners>(), scope.ServiceProvider.GetRequiredService<DispatchSubject>());
        var rule = new NotificationRule(Occasion.UnitAsked, Recipient.Officers, Medium.Email, SpokenLanguage.Id);
        Assert.That(await listeners.Of(rule, unit, actor => dispatches.IsVisible(id, actor, default), default), Has.Count.EqualTo(told));
    }

    protected override Task<(string Key, string? Value)[]> SettingsAsync() => Task.FromResult(catcher.Settings());
}
