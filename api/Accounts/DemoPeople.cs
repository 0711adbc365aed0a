using KediriLapor.Persistence;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Accounts;

/// <summary>The people one tries the program with. They exist in Development only.</summary>
public static class DemoPeople
{
    /// <summary>Setting (or environment variable) with the password of all of them.</summary>
    public const string PasswordSetting = "KEDIRILAPOR_DEMO_PASSWORD";

    private static readonly Person[] People =
    [
        new("admin", "Admin Sistem", StaffRole.Admin, null),
        new("verifikator", "Verifikator Kota", StaffRole.Verifier, null),
        new("operator", "Operator 112", StaffRole.Operator, "DISKOMINFO"),
        new("inspektorat", "Auditor Inspektorat", StaffRole.Auditor, "INSPEKTORAT"),
        new("petugas.dpupr", "Petugas DPUPR", StaffRole.Officer, "DPUPR"),
        new("kepala.dpupr", "Kepala DPUPR", StaffRole.Head, "DPUPR"),
        new("petugas.dlhkp", "Petugas DLHKP", StaffRole.Officer, "DLHKP"),
        new("petugas.bandar-lor", "Petugas Kelurahan Bandar Lor", StaffRole.Officer, "35.71.01.1001"),
        new("camat.mojoroto", "Camat Mojoroto", StaffRole.Head, "35.71.01"),
    ];

    /// <summary>
    /// In Development makes the people that are missing and gives all the password; anywhere else disables those that
    /// an earlier run in Development left. To be called at each start, once the schema is there.
    /// </summary>
    /// <remarks>
    /// A password that nobody set is made anew at each start and printed, never stored in the clear; open sessions
    /// outlive the change.
    /// </remarks>
    public static async Task PrepareAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        if (!services.GetRequiredService<IHostEnvironment>().IsDevelopment())
        {
            await db.Users.Where(account => account.Demo)
                .ExecuteUpdateAsync(change => change.SetProperty(account => account.Disabled, true), cancellationToken);
            return;
        }

        var chosen = services.GetRequiredService<IConfiguration>()[PasswordSetting];
        var password = string.IsNullOrEmpty(chosen) ? PasswordRules.Random() : chosen;
        await WelcomeAsync(db, scope.ServiceProvider.GetRequiredService<UserManager<Account>>(), password, cancellationToken);
        PrintOnceListening(services, string.IsNullOrEmpty(chosen) ? password : $"({PasswordSetting})");
    }

    private static async Task WelcomeAsync(AppDb db, UserManager<Account> accounts, string password, CancellationToken cancellationToken)
    {
        // They share the password, so they may share its hash: nine would cost a second at each start.
        var hash = accounts.PasswordHasher.HashPassword(new Account(), password);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtext('demo people'))", cancellationToken);
        await db.Users.Where(account => account.Demo).ExecuteUpdateAsync(
            change => change.SetProperty(account => account.PasswordHash, hash).SetProperty(account => account.Disabled, false),
            cancellationToken);
        var present = await db.Users.Select(account => account.UserName).ToListAsync(cancellationToken);
        foreach (var person in People.ExceptBy(present, person => person.UserName))
        {
            var made = await accounts.CreateAsync(new Account
            {
                UserName = person.UserName,
                FullName = person.FullName,
                Role = person.Role,
                AgencyCode = person.AgencyCode,
                PasswordHash = hash,
                Demo = true,
            });
            if (!made.Succeeded)
                throw new InvalidOperationException($"Demo account {person.UserName}: {made}");
        }

        await transaction.CommitAsync(cancellationToken);
    }

    // To standard output, not to the log: logs are kept and shipped, this is for the developer at the terminal.
    private static void PrintOnceListening(IServiceProvider services, string password) =>
        services.GetRequiredService<IHostApplicationLifetime>().ApplicationStarted.Register(() =>
        {
            var addresses = services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
            Console.WriteLine(
                $"""

                KediriLapor  {string.Join("  ", addresses)}
                Demo people (Development only), password {password}
                {string.Join(Environment.NewLine, People.Select(p => $"  {p.UserName,-20}{p.Role,-10}{p.AgencyCode}"))}

                """);
        });

    private sealed record Person(string UserName, string FullName, StaffRole Role, string? AgencyCode);
}
