using KediriLapor.Persistence;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Accounts.People;

public sealed record ShowUser(string UserName) : IQuery<StaffUser>;

internal sealed class ShowUserHandler(AppDb db, StaffActors actors, SignInAttempts attempts) : IRequestHandler<ShowUser, StaffUser>
{
    public async Task<StaffUser> Handle(ShowUser request, CancellationToken cancellationToken)
    {
        var normalized = request.UserName.ToUpperInvariant();
        var person = await db.Users.AsNoTracking().SingleOrDefaultAsync(one => one.NormalizedUserName == normalized, cancellationToken) ?? throw RuleViolation.NotFound();
        var locks = await attempts.LockedAsync([person.UserName!], cancellationToken);
        return StaffUser.Of(person, await actors.AgencyTreeAsync(cancellationToken), locks.GetValueOrDefault(person.UserName!));
    }
}
