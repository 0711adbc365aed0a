using KediriLapor.Accounts;
using KediriLapor.Notifications;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using KediriLapor.Reports;
using KediriLapor.Reports.Attachments;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Privacy;

public sealed record ShowPersonalData(string TrackingCode, string? Secret) : IQuery<PersonalDataHeld>;

/// <summary>Everything that is kept about a reporter, for the reporter (UU 27/2022, articles 5 to 8).</summary>
/// <param name="Contact">Null when none was given, or when it was erased.</param>
/// <param name="Words">What the reporter said later: answers, reasons, what went with a rating.</param>
/// <param name="Browsers">How many of the reporter's browsers are told of the report.</param>
/// <param name="KeptUntil">When the report is anonymised by itself; null while it is open or already was.</param>
public sealed record PersonalDataHeld(
    Contact? Contact,
    bool Anonymous,
    bool Confidential,
    string Description,
    string? Address,
    PointOnMap? Location,
    IReadOnlyDictionary<string, string> Answers,
    IReadOnlyList<OwnWords> Words,
    IReadOnlyList<Guid> PhotoIds,
    int Browsers,
    DateTimeOffset SubmittedAt,
    DateTimeOffset? KeptUntil,
    IReadOnlyList<ReadingTold> Readings,
    IReadOnlyList<PrivacyActTold> Acts);

public sealed record OwnWords(DateTimeOffset At, string Text);

/// <summary>That the contact was read: by which unit and why; not by which person.</summary>
/// <param name="Agency">Null for people of the city as a whole.</param>
public sealed record ReadingTold(DateTimeOffset At, Named? Agency, string Reason);

public sealed record PrivacyActTold(DateTimeOffset At, PrivacyActKind Kind, ActorKind By);

internal sealed class ShowPersonalDataHandler(AppDb db, CityWatch watch, ReporterDoor door, ContactVault vault) : IRequestHandler<ShowPersonalData, PersonalDataHeld>
{
    public async Task<PersonalDataHeld> Handle(ShowPersonalData request, CancellationToken cancellationToken)
    {
        var city = watch.Current;
        var id = await door.Open(request.TrackingCode, request.Secret, cancellationToken);
        var report = await db.Reports.AsNoTracking().SingleAsync(r => r.Id == id, cancellationToken);
        var kept = await db.ReporterContacts.AsNoTracking().SingleOrDefaultAsync(c => c.ReportId == id, cancellationToken);
        var words = await db.ReportEvents.Where(e => e.ReportId == id && e.ActorKind == ActorKind.Reporter && e.PublicNote != null).OrderBy(e => e.Sequence)
            .Select(e => new OwnWords(e.At, e.PublicNote!)).ToListAsync(cancellationToken);
        var comments = await db.Ratings.Where(r => r.ReportId == id && r.Comment != null).Select(r => new OwnWords(r.At, r.Comment!)).ToListAsync(cancellationToken);
        var photos = await db.PhotosOf(id).Where(a => a.Phase == AttachmentPhase.Before).OrderBy(a => a.Id).Select(a => a.Id).ToListAsync(cancellationToken);
        var browsers = await db.PushSubscriptions.CountAsync(s => s.ReportId == id && s.Recipient == Recipient.Reporter, cancellationToken);
        var readings = await db.ContactReadings.Where(r => r.ReportId == id).OrderBy(r => r.Id)
            .Select(r => new { r.At, r.AgencyCode, r.Reason }).ToListAsync(cancellationToken);
        var acts = await db.PrivacyActs.Where(a => a.ReportId == id).OrderBy(a => a.Id).Select(a => new PrivacyActTold(a.At, a.Kind, a.By)).ToListAsync(cancellationToken);

        return new PersonalDataHeld(
            kept is null ? null : vault.Open(kept), report.Anonymous, report.Confidential, report.Description, report.Place.Address,
            PointOnMap.Of(report.Place.Lat, report.Place.Lng), report.Answers, [.. words.Concat(comments).OrderBy(said => said.At)], photos, browsers, report.SubmittedAt, report.PersonalDataUntil,
            [.. readings.Select(r => new ReadingTold(r.At, city.AgencyNamed(r.AgencyCode), r.Reason))], acts);
    }
}
