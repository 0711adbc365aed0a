using System.Net;
using KediriLapor.Api.Tests.Notifications;
using KediriLapor.Harness;

namespace KediriLapor.Api.Tests.Mobmas;

/// <summary>Who hears that somebody asks for a car.</summary>
public sealed class CarMailTests : MobmasStory
{
    private readonly MailCatcher catcher = new();

    [OneTimeTearDown]
    public async Task Hang() => await catcher.DisposeAsync();

    [Test]
    public async Task Who_decides_hears_of_a_request_without_who_asks_and_where_to()
    {
        var asked = await AskedAsync(Wish(3));
        await Api.AllIsSaidAsync(Clock);

        Assert.That(catcher.HeardOf(asked.TrackingCode), Is.EqualTo(new[] { Ward }));
        var mail = catcher.Mails.Single(mail => mail.Message.Subject!.Contains(asked.TrackingCode, StringComparison.Ordinal));
        Assert.That(mail.Text, Does.Contain("Kelurahan Bandar Lor untuk Jumat, 27 November 2026 pukul 08.00 sampai 10.00 WIB").And.Contain($"https://lapor.contoh.id/petugas/mobil/permintaan/{asked.Id}"));
        Assert.That(mail.Message.ToString(), Does.Not.Contain("Kenari").And.Not.Contain("34567890").And.Not.Contain("Gambiran").And.Not.Contain("musala").And.Not.Contain(asked.Secret));
        (await (await StaffAsync(Ward)).GetAsync(asked.StaffPath)).HasStatus(HttpStatusCode.OK);
    }

    [Test]
    public async Task The_pool_hears_of_what_is_left_to_it_and_of_the_wards_that_have_no_car()
    {
        var own = await MovedAsync(await AskedAsync(Wish(4)), Ward, new { to = "requested", note = "Mobil kelurahan dipakai seharian." });
        var shared = await AskedAsync(Wish(5, kelurahan: Given.BandarKidul));
        await Api.AllIsSaidAsync(Clock);

        Assert.That(catcher.HeardOf(own.TrackingCode), Does.Contain(Camat));
        Assert.That(catcher.HeardOf(shared.TrackingCode), Is.EqualTo(new[] { Camat }));
    }

    [Test]
    public async Task What_its_keeper_books_at_once_is_told_to_nobody()
    {
        var booked = await AskedAsync(With(Wish(6), "carId", OwnCar), await StaffAsync(Ward));
        await Api.AllIsSaidAsync(Clock);
        Assert.That(catcher.HeardOf(booked.TrackingCode), Is.Empty);
    }

    [Test]
    public async Task At_night_it_waits_for_the_morning_and_two_instances_tell_it_once()
    {
        await using var second = await ApiHost.StartDemoAsync(Clock, Api.Database, catcher.Settings());
        Clock.Advance(TimeSpan.FromHours(14));
        var asked = await AskedAsync(Wish(9));
        await Api.OutboxIsDeliveredAsync();
        Assert.That(await Api.CountAsync($"notifications WHERE subject_id = '{asked.Id}' AND state = 'Pending' AND attempts = 0"), Is.EqualTo(1));

        Clock.Advance(TimeSpan.FromHours(10));
        await Api.AllIsSaidAsync(Clock);
        Assert.That(catcher.HeardOf(asked.TrackingCode), Is.EqualTo(new[] { Ward }));
    }

    protected override Task<(string Key, string? Value)[]> SettingsAsync() => Task.FromResult(catcher.Settings());
}
