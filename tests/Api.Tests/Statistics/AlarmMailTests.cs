using KediriLapor.Api.Tests.Notifications;
using KediriLapor.Harness;
using KediriLapor.Reports;
using KediriLapor.Statistics.Alarms;

namespace KediriLapor.Api.Tests.Statistics;

/// <summary>Who hears of more reports of one kind than chance allows.</summary>
public sealed class AlarmMailTests : Story
{
    private static readonly NewReport Bridge = Given.Garbage with { ServiceCode = "JLN-JEMBATAN", Description = "Jembatan di kali kecil retak dan miring." };

    private readonly MailCatcher catcher = new();

    [OneTimeTearDown]
    public async Task Hang() => await catcher.DisposeAsync();

    [Test]
    public async Task The_head_of_the_unit_that_answers_and_the_verifiers_hear_once_while_it_lasts()
    {
        await using var second = await ApiHost.StartDemoAsync(Clock, Api.Database, catcher.Settings());
        for (var nth = 0; nth < ControlLimit.Least; nth++)
        {
            await Given.ReportAsync(Bridge);
        }

        await Api.OutboxIsDeliveredAsync();
        await Api.EverythingIsCountedAsync();
        await Task.WhenAll(Api.RunAsync(new WatchLimits()), second.RunAsync(new WatchLimits()));
        await Api.RunAsync(new WatchLimits());
        await Api.AllIsSaidAsync(Clock);

        Assert.That(catcher.HeardOf("Lonjakan laporan: Jembatan rusak, Kelurahan Bandar Lor"), Is.EqualTo(new[] { "kepala.dpupr", "verifikator" }));
        Assert.That(catcher.Mails.Last(mail => mail.To.StartsWith("kepala", StringComparison.Ordinal)).Text, Does.Contain("masuk 5 laporan").And.Contain("biasanya 0 per minggu"));
    }

    protected override Task<(string Key, string? Value)[]> SettingsAsync() => Task.FromResult(catcher.Settings());
}
