using System.ComponentModel.DataAnnotations;
using KediriLapor.Accounts;
using KediriLapor.Notifications;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using KediriLapor.Reports;
using KediriLapor.Reports.Model;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.HandOvers;

/// <summary>A way in for the receiver.</summary>
public sealed record NewHandOverLink
{
    /// <summary>An office's address, to which it is mailed; without one it is told here, to be passed on.</summary>
    [MaxLength(EmailAddress.Max, ErrorMessage = "too_long")]
    public string? Email { get; init; }
}

/// <param name="Url">The whole link, told this once; null for one that is mailed.</param>
public sealed record HandOverLinkMade(HandOverLinkItem Link, string? Url)
{
    /// <summary>Keeps it out of whatever logs it.</summary>
    public override string ToString() => nameof(HandOverLinkMade);
}

public sealed record MakeHandOverLink(Guid Id, NewHandOverLink Link, Guid? IdempotencyKey) : IIdempotentCommand<HandOverLinkMade>;

internal sealed class MakeHandOverLinkHandler(AppDb db, CurrentActor actor, HandOverDesk desk, PublicAddress address, TimeProvider time) : IRequestHandler<MakeHandOverLink, HandOverLinkMade>
{
    public async Task<HandOverLinkMade> Handle(MakeHandOverLink request, CancellationToken cancellationToken)
    {
        var (id, now) = (await desk.Find(request.Id, cancellationToken), time.Now());
        var email = string.IsNullOrWhiteSpace(request.Link.Email) ? null : request.Link.Email.Trim();
        if (email is not null && !EmailAddress.IsOne(email))
        {
            throw new RuleViolation("invalid_email", field: "email");
        }

        if (await db.HandOverLinks.CountAsync(l => l.HandOverId == id, cancellationToken) >= HandOverLink.Most)
        {
            throw new RuleViolation("too_many_links", StatusCodes.Status409Conflict);
        }

        if (email is not null)
        {
            var mailed = HandOverLink.Mail(id, email, actor.Value, now);
            db.HandOverLinks.Add(mailed);
            return new HandOverLinkMade(HandOverLinkItem.Of(mailed), null);
        }

        var (link, token) = HandOverLink.Tell(id, actor.Value, now);
        db.HandOverLinks.Add(link);
        return new HandOverLinkMade(HandOverLinkItem.Of(link), HandOverAddress.Of(address.Site, id, token).ToString());
    }
}

/// <summary>Finds a hand-over for whoever handles its report.</summary>
internal sealed class HandOverDesk(AppDb db, CityWatch watch, CurrentActor actor)
{
    /// <exception cref="RuleViolation"><c>not_found</c>, or <c>permission_required</c> (403) to who only reads the report.</exception>
    public async Task<Guid> Find(Guid id, CancellationToken ct)
    {
        var (who, city) = (actor.Value, watch.Current);
        var reports = db.Reports.VisibleTo(who, city);
        var found = await db.HandOvers.Where(h => h.Id == id && db.HandOverRecords.Any(r => r.HandOverId == id)).Join(reports, h => h.ReportId, r => r.Id, (_, r) => new { r.AgencyCode }).SingleOrDefaultAsync(ct)
            ?? throw RuleViolation.NotFound();
        Report.RequireHandler(city.RolesOf(who, found.AgencyCode));
        return id;
    }
}

internal static class HandOverAddress
{
    /// <summary>The token stands in the fragment, which no browser sends to any server.</summary>
    public static Uri Of(Uri site, Guid id, string token) => new(site, $"serah-terima/{id}#{token}");
}
