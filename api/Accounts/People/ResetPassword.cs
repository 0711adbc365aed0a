using KediriLapor.Persistence;
using KediriLapor.Platform;
using MediatR;

namespace KediriLapor.Accounts.People;

/// <summary>Gives a one-time password in place of the old one and ends every session.</summary>
public sealed record ResetPassword(string UserName, int ExpectedVersion) : ICommand<SavedUser>, ITakesTurns
{
    string ITakesTurns.Turn => Turns.Accounts;
}

internal sealed class ResetPasswordHandler(PeopleDesk desk) : IRequestHandler<ResetPassword, SavedUser>
{
    public async Task<SavedUser> Handle(ResetPassword request, CancellationToken cancellationToken)
    {
        var account = await desk.Expect(request.UserName, request.ExpectedVersion, cancellationToken);
        var before = await desk.Facts(account, cancellationToken);
        var password = desk.GiveOneTimePassword(account);
        await desk.EndSessions(account, cancellationToken);
        return new SavedUser(await desk.Saved(account, before, cancellationToken, "Kata sandi sekali pakai diberikan."), password);
    }
}
