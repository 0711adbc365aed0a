using System.Globalization;
using KediriLapor.Accounts;
using KediriLapor.Notifications;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using KediriLapor.Reports.Attachments;
using KediriLapor.Reports.Model;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.WhatsApp;

/// <summary>Takes a message as the answer to what this person was asked here, and late pictures to the report they belong to.</summary>
internal sealed class Answering(AppDb db, CityWatch watch, Speaking speaking, PublicAddress address, TimeProvider time)
{
    /// <summary>
    /// The open question that was told to this phone by WhatsApp: that under which the answer was put, else the latest. Whose report it is
    /// shows in that message and not in the contact, which for an anonymous reporter nobody may search.
    /// </summary>
    /// <param name="answerTo">WhatsApp's id of our message.</param>
    public async Task<Report?> Question(byte[] person, string? answerTo, CancellationToken ct)
    {
        var told = db.OutboundMessages.Where(m => m.Person == person && m.ReportId != null && m.NotificationId != null);
        if (answerTo is not null)
        {
            var sentAs = InboundEvent.HashOf(answerTo);
            told = told.Where(m => m.SentAs == sentAs);
        }

        var id = await told.Where(m => db.Notifications.Any(n => n.Id == m.NotificationId && n.Occasion == Occasion.Asked))
            .Join(db.Reports.Where(r => r.Status == ReportStatus.NeedsInformation && r.MergedInto == null), m => m.ReportId, r => (Guid?)r.Id, (m, r) => new { m.Id, ReportId = r.Id })
            .OrderByDescending(row => row.Id).Select(row => (Guid?)row.ReportId).FirstOrDefaultAsync(ct);
        return id is null ? null : await db.Reports.Include(r => r.History).SingleAsync(r => r.Id == id, ct);
    }

    public async Task Answer(Conversation talk, Report report, Heard heard, Attachment? picture, CancellationToken ct)
    {
        var code = report.TrackingCode.ToString();
        var added = picture is not null && await Belongs(report, picture, ct);
        var words = heard.Kind == HeardKind.Location ? PointIn(heard) : heard.Text;
        if (words is null)
        {
            speaking.Say(talk, Saying.Other, added ? Sayings.WriteTheAnswer(code) : Sayings.EnoughPictures, report.Id);
            return;
        }

        var now = time.Now();
        var to = report.AskedFrom == ReportStatus.Submitted ? ReportStatus.Submitted : ReportStatus.Routed;
        var change = new StatusChange(words.Length > Report.NoteMax ? words[..Report.NoteMax] : words, null, null, null, PhotosAfter: 0, IndonesianDate.InWib(now).Day);
        report.MoveTo(to, change, Walker.Reporter, Actor.Reporter, watch.Current.TermsOf(report.ServiceCode), now);
        speaking.Say(talk, Saying.Other, Sayings.Answered(code), report.Id);
    }

    /// <summary>
    /// The question in its words, to who asks for it: a notification tells none. To a phone that somebody typed for a report it is told where
    /// to read it, for it may be a stranger's; the phone that a report came from is its reporter's.
    /// </summary>
    public async Task TellQuestion(Conversation talk, CancellationToken ct)
    {
        if (await Question(talk.Person, null, ct) is not { } report)
        {
            speaking.Say(talk, Saying.Other, Sayings.NoQuestion);
            return;
        }

        var code = report.TrackingCode.ToString();
        var asked = report.History.Last(e => e.Status == ReportStatus.NeedsInformation && e.Type == ReportEventType.StatusChanged).PublicNote;
        speaking.Say(talk, Saying.Other, report.Channel == Channel.WhatsApp && asked is not null ? Sayings.Question(code, asked) : Sayings.QuestionIsAt(new Uri(address.Site, "lacak/" + code)), report.Id);
    }

    /// <summary>The report that was made here a moment ago and is not closed yet.</summary>
    public async Task<Report?> RecentReport(Conversation talk, CancellationToken ct) =>
        talk.ReportId is { } id && time.Now() < talk.ReportedAt + Conversation.PicturesFollow
            ? await db.Reports.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id && r.Status != ReportStatus.Closed, ct)
            : null;

    public async Task Add(Conversation talk, Report report, Attachment picture, CancellationToken ct) =>
        speaking.Say(talk, Saying.Other, await Belongs(report, picture, ct) ? Sayings.PictureAdded(report.TrackingCode.ToString()) : Sayings.EnoughPictures, report.Id);

    private async Task<bool> Belongs(Report report, Attachment picture, CancellationToken ct)
    {
        if (await db.Attachments.CountAsync(a => a.ReportId == report.Id && a.Phase == AttachmentPhase.Before, ct) >= Report.AttachmentsMax)
        {
            return false;
        }

        picture.BelongTo(report, AttachmentPhase.Before);
        return true;
    }

    private static string PointIn(Heard heard) =>
        string.Create(CultureInfo.InvariantCulture, $"Lokasi: {heard.Lat:0.######}, {heard.Lng:0.######}{(heard.Text is { } named ? $" ({named})" : "")}");
}
