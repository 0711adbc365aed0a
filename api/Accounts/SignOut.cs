using KediriLapor.Persistence;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Accounts;

/// <summary>Ends a session, for a copy of its cookie too.</summary>
public sealed record SignOut(Guid SessionId) : ICommand<Unit>;

internal sealed class SignOutHandler(AppDb db, StaffActors actors) : IRequestHandler<SignOut, Unit>
{
    public async Task<Unit> Handle(SignOut request, CancellationToken cancellationToken)
    {
        await db.Sessions.Where(session => session.Id == request.SessionId).ExecuteDeleteAsync(cancellationToken);
        actors.Forget(request.SessionId);
        return Unit.Value;
    }
}
