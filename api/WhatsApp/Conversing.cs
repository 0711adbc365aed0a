using KediriLapor.Persistence;
using KediriLapor.Platform;
using KediriLapor.Reports;
using KediriLapor.Reports.Attachments;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.WhatsApp;

/// <summary>Takes one message into its person's conversation. Nothing is saved here: message, report and reply are stored together by who calls.</summary>
internal sealed class Conversing(AppDb db, ContactIndex contacts, WhatsAppVault vault, Speaking speaking, Drafting drafting, Answering answering, GraphApi graph, Uploads uploads, TimeProvider time)
{
    /// <param name="lastAttempt">What cannot be fetched now will not be fetched later.</param>
    /// <exception cref="Notifications.ServerUnreachable">A picture cannot be fetched for now.</exception>
    public async Task Hear(Heard heard, bool lastAttempt, CancellationToken ct)
    {
        var now = time.Now();
        var talk = await Open(heard.Phone, ct);
        talk.Heard(heard.At, now);
        // who writes is there
        await db.Bounces.Where(b => b.AddressSeal == talk.Person).ExecuteDeleteAsync(ct);
        if (heard.Kind == HeardKind.Reaction)
        {
            return;
        }

        var draft = talk.Draft is { } kept ? vault.Open<Draft>(kept) : null;
        if (heard.Kind == HeardKind.Text && Wishes.Of(heard.Text) is { } wish && !(Wishes.MayAnswer(heard.Text) && draft is null && await answering.Question(talk.Person, heard.AnswerTo, ct) is not null))
        {
            await Grant(wish, talk, draft, ct);
            return;
        }

        if (heard.Kind == HeardKind.Other)
        {
            speaking.Say(talk, Saying.Unreadable, Sayings.Unreadable);
            return;
        }

        var picture = heard.Kind == HeardKind.Picture ? await Fetch(heard, lastAttempt, ct) : null;
        if (heard.Kind == HeardKind.Picture && picture is null)
        {
            speaking.Say(talk, Saying.Other, Sayings.PictureRefused);
        }

        if (heard.Kind == HeardKind.Picture && picture is null && heard.Text is null)
        {
            return;
        }

        // words that belong to a matter just being told are no answer, unless they were put under the question by hand
        if ((draft is null || heard.AnswerTo is not null) && await answering.Question(talk.Person, heard.AnswerTo, ct) is { } question)
        {
            await answering.Answer(talk, question, heard, picture, ct);
        }
        else if (draft is null && picture is not null && heard.Text is null && await answering.RecentReport(talk, ct) is { } recent)
        {
            await answering.Add(talk, recent, picture, ct);
        }
        else
        {
            drafting.Add(talk, draft ?? Draft.Empty, heard, picture);
        }
    }

    private async Task Grant(Wish wish, Conversation talk, Draft? draft, CancellationToken ct)
    {
        switch (wish)
        {
            case Wish.Stop:
                talk.StoppedAt ??= time.Now();
                speaking.Say(talk, Saying.Other, Sayings.Stopped);
                break;
            case Wish.Resume:
                talk.StoppedAt = null;
                speaking.Say(talk, Saying.Other, Sayings.Resumed);
                break;
            case Wish.Help:
                speaking.Say(talk, Saying.Help, Sayings.Help);
                break;
            case Wish.Send when draft is { Texts.Count: > 0 }:
                await drafting.Submit(talk, draft, ct);
                break;
            case Wish.Send:
                speaking.Say(talk, Saying.TellWhat, Sayings.Started);
                break;
            case Wish.Drop:
                (talk.Draft, talk.DraftDueAt) = (null, null);
                speaking.Say(talk, Saying.Other, Sayings.Dropped);
                break;
            case Wish.Fresh:
                drafting.Keep(talk, draft ?? Draft.Empty);
                speaking.Say(talk, Saying.Other, Sayings.Started);
                break;
            case Wish.Anonymous:
                drafting.Keep(talk, (draft ?? Draft.Empty) with { Anonymous = true });
                speaking.Say(talk, Saying.Other, Sayings.Anonymous);
                break;
            case Wish.Confidential:
                drafting.Keep(talk, (draft ?? Draft.Empty) with { Confidential = true });
                speaking.Say(talk, Saying.Other, Sayings.Confidential);
                break;
            case Wish.Question:
                await answering.TellQuestion(talk, ct);
                break;
        }
    }

    private async Task<Conversation> Open(string phone, CancellationToken ct)
    {
        var person = contacts.OfPhone(phone);
        if (await db.Conversations.SingleOrDefaultAsync(c => c.Person == person, ct) is not { } talk)
        {
            talk = new Conversation { Person = person };
            db.Conversations.Add(talk);
        }

        talk.Phone ??= vault.Seal(phone);
        return talk;
    }

    /// <returns>Null for what is no picture, or is not to be had.</returns>
    private async Task<Attachment?> Fetch(Heard heard, bool lastAttempt, CancellationToken ct)
    {
        try
        {
            return await uploads.KeepPicture(await graph.Download(heard.MediaId!, ct), ct);
        }
        catch (Exception refused) when (refused is PictureRefused or RuleViolation || (lastAttempt && refused is Notifications.ServerUnreachable))
        {
            return null;
        }
    }
}
