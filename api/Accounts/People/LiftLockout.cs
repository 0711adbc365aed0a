using KediriLapor.Persistence;
using KediriLapor.Platform;
using MediatR;

namespace KediriLapor.Accounts.People;

/// <summary>Lets a person try again at once who mistyped too often.</summary>
public sealed record LiftLockout(string UserName, int ExpectedVersion) : ICommand<StaffUser>, ITakesTurns
{
    string ITakesTurns.Turn => Turns.Accounts;
}

internal sealed class LiftLockoutHandler(PeopleDesk desk, SignInAttempts attempts) : IRequestHandler<LiftLockout, StaffUser>
{
    public async Task<StaffUser> Handle(LiftLockout request, CancellationToken cancellationToken)
    {
        var account = await desk.Expect(request.UserName, request.ExpectedVersion, cancellationToken);
        var before = await desk.Facts(account, cancellationToken);
        await attempts.ClearAsync(account.UserName!, cancellationToken);
        return await desk.Saved(account, before, cancellationToken, "Kunci setelah salah kata sandi dibuka.");
    }
}
