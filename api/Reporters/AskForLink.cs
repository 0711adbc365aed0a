using System.ComponentModel.DataAnnotations;
using System.Net;
using KediriLapor.Notifications;
using KediriLapor.Persistence;
using KediriLapor.Platform;
using KediriLapor.Reports;
using MediatR;

namespace KediriLapor.Reporters;

/// <summary>Where the link goes: one of both.</summary>
public sealed record LinkWish
{
    [MaxLength(254, ErrorMessage = "too_long")]
    public string? Email { get; init; }

    /// <summary>08…, 62… or +62…, on WhatsApp.</summary>
    [MaxLength(25, ErrorMessage = "too_long")]
    public string? Phone { get; init; }

    public SpokenLanguage Language { get; init; }

    /// <summary>Keeps the contact out of whatever logs a request.</summary>
    public override string ToString() => nameof(LinkWish);
}

/// <summary>Says what is true of every wish: whether there are reports with this contact is told to the contact alone.</summary>
/// <param name="Minutes">How long a link that comes may be used.</param>
public sealed record LinkPromise(int Minutes);

public sealed record AskForLink(LinkWish Wish, IPAddress? From) : ICommand<LinkPromise>
{
    /// <inheritdoc cref="LinkWish.ToString"/>
    public override string ToString() => nameof(AskForLink);
}

internal sealed class AskForLinkHandler(AppDb db, ContactIndex index, LinkVault vault, LinkAttempts attempts, DirectMail mail, TimeProvider time) : IRequestHandler<AskForLink, LinkPromise>
{
    public async Task<LinkPromise> Handle(AskForLink request, CancellationToken cancellationToken)
    {
        var wish = request.Wish;
        if (ContactVault.Check(null, wish.Phone, wish.Email, within: "") is not { } contact || (contact.Phone is null) == (contact.Email is null))
        {
            throw new RuleViolation("one_contact", field: "email");
        }

        var (medium, value) = contact.Email is { } email ? (Medium.Email, email) : (Medium.WhatsApp, contact.Phone!);
        if (!mail.Reaches(medium))
        {
            throw new RuleViolation("link_not_sent_there", field: medium == Medium.Email ? "email" : "phone");
        }

        var person = medium == Medium.Email ? index.OfEmail(value) : index.OfPhone(value);
        await attempts.Charge(person, request.From, cancellationToken);
        // whether anybody is known by it is found out by who sends: here it would tell in the time that it takes
        db.ReporterLinks.Add(ReporterLink.AskedFor(person, vault.Seal(value), medium, wish.Language, time.Now()));
        return new LinkPromise((int)ReporterLink.Life.TotalMinutes);
    }
}
