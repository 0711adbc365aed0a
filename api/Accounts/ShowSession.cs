using KediriLapor.Persistence;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Accounts;

/// <summary>Who is signed in.</summary>
public sealed record ShowSession : IQuery<StaffProfile>;

public sealed record StaffProfile(string UserName, string Name, IReadOnlyList<Permission> Permissions, Named? Agency);

internal sealed class ShowSessionHandler(AppDb db, StaffActors actors, CurrentActor currentActor)
    : IRequestHandler<ShowSession, StaffProfile>
{
    public async Task<StaffProfile> Handle(ShowSession request, CancellationToken cancellationToken)
    {
        var actor = currentActor.Value;
        var userName = await db.Users
            .Where(account => account.Id == actor.AccountId)
            .Select(account => account.UserName!)
            .SingleAsync(cancellationToken);
        var agencies = await actors.AgencyTreeAsync(cancellationToken);
        var agency = actor.AgencyCode is { } code ? agencies.Find(code) : null;
        return new StaffProfile(
            userName,
            actor.Name,
            [.. actor.Permissions.Order()],
            agency is null ? null : new Named(agency.Code, agency.Name));
    }
}
