using KediriLapor.Deadlines;
using KediriLapor.Merata.Model;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Reports.Model;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Notifications;

/// <summary>Where people find this program, as messages tell it.</summary>
/// <param name="Site">Absolute, with a trailing slash.</param>
internal sealed record PublicAddress(Uri Site);

/// <summary>Says a notification in its words, from what is true now.</summary>
internal sealed class Facts(AppDb db, CityWatch watch, IEnumerable<ISubject> subjects, PublicAddress address)
{
    public const string Brand = "Lapor Mbak Wali 112";

    public async Task<WordedMessage> Say(Notification notification, CancellationToken ct)
    {
        var (template, facts) = await Of(notification, ct);
        return await Wording.Say(template.Subject, template.Body, facts);
    }

    /// <summary>What the body's variables stand for, in the order in which it names them first.</summary>
    public async Task<IReadOnlyList<string>> Values(Notification notification, CancellationToken ct)
    {
        var (template, facts) = await Of(notification, ct);
        return Wording.Values(template.Body, facts);
    }

    /// <summary>Where the notification leads.</summary>
    public async Task<Uri> Link(Notification notification, CancellationToken ct) =>
        LinkTo(notification.Recipient.Voice(notification.Medium)!.Value, notification.SubjectId, await db.Reports.Where(r => r.Id == notification.SubjectId).Select(r => r.TrackingCode).SingleAsync(ct));

    private async Task<(NotificationTemplate Template, Dictionary<string, object?> Facts)> Of(Notification notification, CancellationToken ct)
    {
        var (occasion, voice, language) = (notification.Occasion, notification.Recipient.Voice(notification.Medium)!.Value, notification.Language);
        var template = await db.NotificationTemplates.AsNoTracking()
            .SingleAsync(t => t.Occasion == occasion && t.Voice == voice && t.Language == language, ct);
        return (template, notification.SubjectId is not { } id ? await OfUnit(notification, ct)
            : subjects.FirstOrDefault(subject => subject.Occasions.Contains(occasion)) is { } subject ? await Of(subject, id, language, ct)
            : await OfReport(id, occasion, voice, language, ct));
    }

    private async Task<Dictionary<string, object?>> Of(ISubject subject, Guid id, SpokenLanguage language, CancellationToken ct) => new(await subject.Facts(id, language, ct))
    {
        ["brand"] = Brand,
        ["link"] = new Uri(address.Site, subject.Path(id)).ToString(),
    };

    private async Task<Dictionary<string, object?>> OfReport(Guid id, Occasion occasion, Voice voice, SpokenLanguage language, CancellationToken ct)
    {
        var city = watch.Current;
        var report = await db.Reports.Where(r => r.Id == id)
            .Select(r => new { r.TrackingCode, r.ServiceCode, r.AgencyCode, r.Status, r.DueAtOrNever, r.PlannedFor, r.Confidential }).SingleAsync(ct);
        var (service, agency) = (city.Services[report.ServiceCode], city.AgencyNamed(report.AgencyCode)?.Name);
        DateTimeOffset? due = report.DueAtOrNever == Report.Never ? null : report.DueAtOrNever;
        // a screen lights up in front of others: what a confidential report is about, and with whom it is, is not told there
        var hidden = report.Confidential || service.ConfidentialByDefault;
        var work = occasion is Occasion.WorkLinked or Occasion.WorkMoved
            ? await db.WorkLinks.Where(l => l.ReportId == id && l.UnlinkedAt == null).Join(db.Works, l => l.WorkId, w => w.Id, (_, w) => new { w.Title, w.Stage }).SingleOrDefaultAsync(ct)
            : null;
        return new Dictionary<string, object?>
        {
            ["brand"] = Brand,
            ["code"] = voice == Voice.Follower ? null : report.TrackingCode.ToString(),
            ["service"] = hidden ? language.Text("rahasia", "confidential") : language.Text(service.Name, service.NameEn),
            ["agency"] = hidden ? null : agency,
            // the promise is a sentence of the program's own, in Indonesian
            ["promise"] = hidden || language != SpokenLanguage.Id ? null : Promise.Of(report.Status, due, agency),
            ["work"] = hidden ? language.Text("pekerjaan Merata", "a work of Merata") : work?.Title,
            ["stage"] = work is null ? null : language.Text(work.Stage.Indonesian(), work.Stage.English()),
            ["plannedFor"] = report.PlannedFor is { } day ? language.Day(day) : null,
            ["link"] = LinkTo(voice, id, report.TrackingCode).ToString(),
        };
    }

    private async Task<Dictionary<string, object?>> OfUnit(Notification notification, CancellationToken ct)
    {
        var agency = await db.Users.Where(account => account.Id == notification.AccountId).Select(account => account.AgencyCode!).SingleAsync(ct);
        var work = await UnitWork.Of(db, agency, notification.CreatedAt, ct);
        return new Dictionary<string, object?>
        {
            ["brand"] = Brand,
            ["unit"] = watch.Current.AgencyNamed(agency)!.Name,
            ["fresh"] = work.Fresh,
            ["nearDue"] = work.NearDue,
            ["overdue"] = work.Overdue,
            ["link"] = new Uri(address.Site, "petugas/").ToString(),
        };
    }

    /// <summary>The code alone: the secret is the reporter's own key, kept nowhere here, and mail lies open on its way.</summary>
    private Uri LinkTo(Voice voice, Guid? report, TrackingCode code) => new(address.Site, voice switch
    {
        Voice.Reporter or Voice.Screen or Voice.Chat => $"lacak/{code}",
        Voice.Staff => $"petugas/laporan/{report}",
        Voice.Follower => $"laporan/{report}",
    });
}
