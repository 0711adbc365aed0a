using KediriLapor.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Accounts;

/// <summary>Who can sign in to an installation that nobody has signed in to yet.</summary>
public static class FirstAccounts
{
    /// <summary>Setting (or environment variable): outside Development, the password of the account <c>admin</c> to make.</summary>
    public const string AdminPasswordSetting = "KEDIRILAPOR_ADMIN_PASSWORD";

    /// <summary>Setting: false leaves all accounts as they are.</summary>
    public const string Setting = "Accounts:Prepare";

    /// <summary>
    /// In Development the <see cref="DemoPeople"/>; anywhere else one <c>admin</c>, if its password is given and no one
    /// manages accounts yet. To be called at each start, once the schema is there.
    /// </summary>
    /// <exception cref="InvalidOperationException">The admin's password breaks the rules, or the name is taken.</exception>
    public static async Task PrepareAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var configuration = services.GetRequiredService<IConfiguration>();
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();

        // Instances that start together take turns.
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtext('first accounts'))", cancellationToken);
        if (services.GetRequiredService<IHostEnvironment>().IsDevelopment())
        {
            var password = await DemoPeople.WelcomeAsync(db, accounts, configuration[DemoPeople.PasswordSetting], cancellationToken);
            services.GetRequiredService<IHostApplicationLifetime>().ApplicationStarted.Register(() => DemoPeople.Print(services, password));
        }
        else
        {
            await DemoPeople.DismissAsync(db, cancellationToken);
            if (configuration[AdminPasswordSetting] is { Length: > 0 } password)
                await MakeAdminAsync(db, accounts, password, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    private static async Task MakeAdminAsync(
        AppDb db, UserManager<Account> accounts, string password, CancellationToken cancellationToken)
    {
        if (await db.Users.AnyAsync(account => account.Role == StaffRole.Admin && !account.Disabled, cancellationToken))
            return;

        var admin = new Account { UserName = "admin", FullName = "Admin Sistem", Role = StaffRole.Admin };
        var made = await accounts.CreateAsync(admin, password);
        if (!made.Succeeded)
            throw new InvalidOperationException($"{AdminPasswordSetting}: no account made ({made}).");
    }
}
