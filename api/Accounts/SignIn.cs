using System.ComponentModel.DataAnnotations;
using KediriLapor.Persistence;
using KediriLapor.Platform;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace KediriLapor.Accounts;

/// <summary>Opens a session for a member of staff; answers its id.</summary>
public sealed record SignIn : ICommand<Guid>
{
    [Required(ErrorMessage = "required")]
    [MaxLength(Account.MaxUserNameLength, ErrorMessage = "too_long")]
    [RegularExpression(Account.UserNamePattern, ErrorMessage = "invalid_format")]
    public string UserName { get; init; } = "";

    [Required(ErrorMessage = "required")]
    [MaxLength(PasswordRules.MaxLength, ErrorMessage = "too_long")]
    public string Password { get; init; } = "";

    /// <summary>Chosen by who comes with a one-time password, or whoever wants another one.</summary>
    [MaxLength(PasswordRules.MaxLength, ErrorMessage = "too_long")]
    public string? NewPassword { get; init; }

    /// <summary>Keeps the password out of whatever logs a request.</summary>
    public override string ToString() => $"{nameof(SignIn)} {UserName}";
}

internal sealed class SignInHandler(
    AppDb db,
    UserManager<Account> accounts,
    SignInAttempts attempts,
    AbsentAccount absent,
    TimeProvider clock) : IRequestHandler<SignIn, Guid>
{
    /// <exception cref="RuleViolation">
    /// <c>invalid_credentials</c> (401), <c>locked_out</c> (423), or <c>new_password_required</c> (403) where a one-time password was right.
    /// </exception>
    public async Task<Guid> Handle(SignIn request, CancellationToken cancellationToken)
    {
        await attempts.ChargeAsync(request.UserName, cancellationToken);

        var account = await accounts.FindByNameAsync(request.UserName);
        // An unknown name costs the same hashing as a wrong password: time must not tell which names exist.
        var passwordRight = await accounts.CheckPasswordAsync(account ?? absent.Account, request.Password);
        if (account is null || account.Disabled || !passwordRight || account.OneTimeUntil <= clock.GetUtcNow())
            throw new RuleViolation("invalid_credentials", StatusCodes.Status401Unauthorized);

        await attempts.ClearAsync(request.UserName, cancellationToken);
        if (request.NewPassword is { } chosen)
            await ChangePasswordAsync(account, request.Password, chosen, cancellationToken);
        else if (account.OneTimeUntil is not null)
            throw new RuleViolation("new_password_required", StatusCodes.Status403Forbidden, "newPassword");

        return await OpenSessionAsync(account, cancellationToken);
    }

    /// <summary>Whoever may have learned the old one is signed out.</summary>
    private async Task ChangePasswordAsync(Account account, string old, string chosen, CancellationToken cancellationToken)
    {
        if (account.Demo)
            throw new RuleViolation("demo_person", StatusCodes.Status409Conflict);
        foreach (var rules in accounts.PasswordValidators)
        {
            if (chosen == old || !(await rules.ValidateAsync(accounts, account, chosen)).Succeeded)
                throw new RuleViolation("weak_password", field: "newPassword").With("minLength", PasswordRules.MinLength);
        }

        account.PasswordHash = accounts.PasswordHasher.HashPassword(account, chosen);
        account.OneTimeUntil = null;
        db.Sessions.RemoveRange(await db.Sessions.Where(session => session.AccountId == account.Id).ToListAsync(cancellationToken));
    }

    private async Task<Guid> OpenSessionAsync(Account account, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await db.Sessions
            .Where(old => old.AccountId == account.Id && old.EndsAt <= now)
            .ExecuteDeleteAsync(cancellationToken);

        var session = Session.Start(account, now);
        db.Add(session);
        return session.Id;
    }
}

/// <summary>Stands in for the account of a name that has none; its password is random and kept nowhere.</summary>
internal sealed class AbsentAccount
{
    public AbsentAccount(IOptions<PasswordHasherOptions> hashing) =>
        Account.PasswordHash = new PasswordHasher<Account>(hashing).HashPassword(Account, PasswordRules.Random());

    public Account Account { get; } = new();
}
