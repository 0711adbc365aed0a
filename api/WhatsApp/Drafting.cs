using KediriLapor.Accounts;
using KediriLapor.Deadlines;
using KediriLapor.Notifications;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using KediriLapor.Reports;
using KediriLapor.Reports.Attachments;
using KediriLapor.Reports.Model;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.WhatsApp;

/// <summary>
/// Gathers what somebody tells in pieces, and makes one report of it. It asks for the place and for nothing else, and no silence loses a
/// matter that was told in words: those go to a verifier, who finds a place in them or asks.
/// </summary>
internal sealed class Drafting(AppDb db, CityWatch watch, Speaking speaking, WhatsAppVault vault, Intake intake, ContactVault contacts, PublicAddress address, TimeProvider time)
{
    /// <summary>For words that name no service.</summary>
    private const string AnythingElse = "LAIN-LAIN";

    /// <summary>Reports of one phone in a day: more is a prank, or somebody with a telephone that should call.</summary>
    private const int MostPerDay = 10;

    private City City => watch.Current;

    public void Add(Conversation talk, Draft draft, Heard heard, Attachment? picture)
    {
        var told = heard.Kind == HeardKind.Location ? At(talk, draft, heard) : heard.Text is { } text ? With(talk, draft, heard.At, text) : draft;
        if (picture is not null && told.Photos.Count >= Report.AttachmentsMax)
        {
            speaking.Say(talk, Saying.Other, Sayings.EnoughPictures);
            if (heard.Text is null)
            {
                return; // thanks for it would take the refusal back
            }
        }
        else if (picture is not null)
        {
            told = told with { Photos = [.. told.Photos, picture.Id] };
        }

        if (heard.Text is { } said && City.Suggestions.Suggest(said).Emergency)
        {
            speaking.Say(talk, Saying.Emergency, Sayings.Emergency);
            told = told with { Urgent = true };
        }

        if (told is { Texts.Count: 0, Photos.Count: 0, PlaceKnown: false, Anonymous: false, Confidential: false })
        {
            return;
        }

        if (told.Texts.Count == 0)
        {
            speaking.Say(talk, Saying.TellWhat, Sayings.TellWhat);
        }
        else if (told.PlaceKnown)
        {
            speaking.Say(talk, Saying.Noted, Sayings.Noted);
        }
        else if (!told.PlaceAsked)
        {
            speaking.Say(talk, Saying.AskPlace, Sayings.AskPlace);
            told = told with { PlaceAsked = true };
        }

        Keep(talk, told);
    }

    public void Keep(Conversation talk, Draft draft) => (talk.Draft, talk.DraftDueAt) = (vault.Seal(draft), time.Now() + draft.Wait);

    /// <summary>One report for all that was told, for a verifier to look at.</summary>
    public async Task Submit(Conversation talk, Draft draft, CancellationToken ct)
    {
        var (now, secret, phone) = (time.Now(), ReportSecret.New(), vault.Open(talk.Phone!));
        (talk.Draft, talk.DraftDueAt) = (null, null);
        if (await Today(talk.Person, now, ct) >= MostPerDay)
        {
            speaking.Say(talk, Saying.Other, Sayings.Enough);
            return;
        }

        var photos = await db.Attachments.Where(a => draft.Photos.Contains(a.Id) && a.ReportId == null).ToListAsync(ct);
        // of an upload that is saved together with this the database knows nothing yet
        photos.AddRange(db.ChangeTracker.Entries<Attachment>().Where(entry => entry.State == EntityState.Added && draft.Photos.Contains(entry.Entity.Id)).Select(entry => entry.Entity));
        var (report, _) = intake.Take(AsSent(draft), new Origin(Actor.Reporter, Channel.WhatsApp, secret.Hash(), null, Place: InWords(draft), Guessed: true));
        photos.ForEach(photo => photo.BelongTo(report, AttachmentPhase.Before));
        db.ReporterContacts.Add(contacts.Seal(report.Id, report.Anonymous, new Contact(null, phone, null)));
        (talk.ReportId, talk.ReportedAt) = (report.Id, now);

        var code = report.TrackingCode.ToString();
        var promise = Promise.Of(report.Status, report.DueAt, City.AgencyNamed(report.AgencyCode)?.Name);
        speaking.Say(talk, Saying.Other, Sayings.Receipt(code, City.ServiceNamed(report.ServiceCode).Name, promise, new Uri(address.Site, $"lacak/{code}#{secret.Value}")), report.Id);
    }

    private Draft At(Conversation talk, Draft draft, Heard heard)
    {
        var fix = City.Wards.Locate(heard.Lat!.Value, heard.Lng!.Value);
        // who stands just across the limit may mean this side of it
        if ((fix.Kelurahan ?? (fix.Alternatives is [var nearest, ..] ? nearest : null)) is not { } ward)
        {
            speaking.Say(talk, Saying.Other, Sayings.OutsideCity);
            return draft;
        }

        return draft with { Lat = heard.Lat, Lng = heard.Lng, KelurahanCode = fix.Inside ? null : ward.Code, Address = Cut(heard.Text) ?? draft.Address };
    }

    private Draft With(Conversation talk, Draft draft, DateTimeOffset at, string text)
    {
        var place = PlaceIn(text) ?? (draft is { PlaceAsked: true, PlaceKnown: false } ? PlaceIn("Kelurahan " + text) : null);
        // what follows upon "where?" is the place, whatever it is called
        if (draft is { PlaceAsked: true, PlaceKnown: false } && text.Length <= Report.AddressMax)
        {
            return draft with { Address = text, KelurahanCode = place };
        }

        if (draft.Words.Length + text.Length >= Report.DescriptionMax)
        {
            speaking.Say(talk, Saying.Other, Sayings.TooLong);
            return draft;
        }

        if (draft.Texts.Count == 0 && text.Length < Report.DescriptionMin)
        {
            speaking.Say(talk, Saying.Help, Sayings.Help);
            return draft;
        }

        return draft with { Texts = [.. draft.Texts, new DraftText(at, text)], KelurahanCode = draft.KelurahanCode ?? (draft.Lat is null ? place : null) };
    }

    /// <summary>The one kelurahan that a text names; of two it is not said which.</summary>
    private string? PlaceIn(string text) => City.Suggestions.Suggest(text).Places is [var only] ? only.KelurahanCode : null;

    private NewReport AsSent(Draft draft)
    {
        var words = draft.Words;
        var here = draft is { Lat: { } lat, Lng: { } lng } ? City.Wards.Locate(lat, lng).Kelurahan?.Code : draft.KelurahanCode;
        var heard = City.Suggestions.Suggest(words, here).Services is [var best, ..] ? best.Code : null;
        return new NewReport
        {
            ServiceCode = heard is not null && City.Services[heard].Active ? heard : AnythingElse,
            Description = words,
            Location = draft is { Lat: { } y, Lng: { } x } ? new GeoPoint { Lat = y, Lng = x } : null,
            KelurahanCode = draft.KelurahanCode,
            Address = draft.Address,
            Anonymous = draft.Anonymous,
            Confidential = draft.Confidential ? true : null,
        };
    }

    /// <summary>Neither point nor kelurahan: a verifier looks for it in the words.</summary>
    private static Place? InWords(Draft draft) => draft.Lat is null && draft.KelurahanCode is null ? new Place(null, null, null, null, draft.Address) : null;

    private Task<int> Today(byte[] person, DateTimeOffset now, CancellationToken ct)
    {
        var since = now.AddDays(-1);
        return db.OutboundMessages.Where(m => m.Person == person && m.NotificationId == null && m.ReportId != null)
            .Join(db.Reports.Where(r => r.Channel == Channel.WhatsApp && r.SubmittedAt > since), m => m.ReportId, r => (Guid?)r.Id, (_, r) => r.Id).Distinct().CountAsync(ct);
    }

    private static string? Cut(string? text) => text is { Length: > Report.AddressMax } ? text[..Report.AddressMax] : text;
}
