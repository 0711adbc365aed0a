using System.Net;
using KediriLapor.Harness;
using KediriLapor.Persistence.Outbox;
using KediriLapor.Reports;
using KediriLapor.Reports.Model;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Api.Tests.Persistence;

public sealed class OutboxTests : Story
{
    private static readonly TimeSpan LongestBackOff = TimeSpan.FromHours(1.2);

    [Test]
    public async Task Every_step_of_a_report_is_delivered_and_the_last_one_shows()
    {
        var report = await Given.ResolvedAsync();
        Assert.That(
            await Eventually.SeeAsync(() => Api.CountAsync($"outbox WHERE delivered_at IS NULL AND subject_id = '{report.Id}'"), waiting => waiting == 0), Is.Zero);

        var sequences = await Api.InDatabaseAsync(db => db.Outbox
            .Where(message => message.SubjectId == report.Id && message.Consumer == PublishReport.Name).OrderBy(message => message.Sequence)
            .Select(message => message.Sequence).ToListAsync());
        Assert.That(sequences, Is.EqualTo(new[] { 1, 2, 3, 4 }));
        var shown = await Api.InDatabaseAsync(db => db.PublicReports.SingleAsync(shown => shown.Id == report.Id));
        Assert.That((shown.Status, shown.Sequence), Is.EqualTo((ReportStatus.Resolved, 4)));
    }

    [Test]
    public async Task A_consumer_that_fails_is_tried_again_later_holds_up_nobody_else_and_dies_in_sight()
    {
        var cursed = await Given.ReportAsync();
        await Api.OutboxIsDeliveredAsync();
        await Api.ExecuteAsync(
            $"""
            CREATE FUNCTION refuse_cursed() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                IF NEW.id = '{cursed.Id}' THEN RAISE EXCEPTION 'this one is cursed'; END IF;
                RETURN NEW;
            END $$;
            CREATE TRIGGER refuse_cursed BEFORE UPDATE ON public_reports FOR EACH ROW EXECUTE FUNCTION refuse_cursed();
            """);
        (await Given.Citizen.ChangeAsync(cursed.TrackingPath + "/status", cursed.Version, new ReporterMove { To = ReportStatus.Closed }, cursed.SecretHeader))
            .HasStatus(HttpStatusCode.OK);

        var first = await MessageAsync(cursed, message => message.Attempts == 1);
        Assert.That((first.Attempts, first.DeliveredAt, first.DeadAt), Is.EqualTo((1, (DateTimeOffset?)null, (DateTimeOffset?)null)));
        Assert.That(first.DueAt, Is.GreaterThan(Clock.GetUtcNow()));
        Assert.That(first.LastError, Does.Contain("this one is cursed"));

        var other = await Given.ReportAsync();
        Assert.That(await Eventually.SeeAsync(() => Api.InDatabaseAsync(db => db.PublicReports.AnyAsync(shown => shown.Id == other.Id)), shown => shown), Is.True);

        for (var attempt = 2; attempt <= OutboxMessage.MaxAttempts; attempt++)
        {
            Clock.Advance(LongestBackOff);
            Assert.That((await MessageAsync(cursed, message => message.Attempts == attempt)).Attempts, Is.EqualTo(attempt));
        }

        Assert.That((await MessageAsync(cursed, message => message.DeadAt is not null)).DeadAt, Is.Not.Null);
    }

    private Task<OutboxMessage> MessageAsync(FiledReport report, Func<OutboxMessage, bool> asWanted) => Eventually.SeeAsync(
        () => Api.InDatabaseAsync(db => db.Outbox.AsNoTracking().SingleAsync(
            message => message.SubjectId == report.Id && message.Sequence == report.Version + 1 && message.Consumer == PublishReport.Name)),
        asWanted);
}
