using KediriLapor.Persistence;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Accounts;

/// <summary>The people one tries the program with. They exist in Development only.</summary>
internal static class DemoPeople
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
        new("sekda", "Sekretaris Daerah", StaffRole.Head, "SETDA"),
        new("petugas.dlhkp", "Petugas DLHKP", StaffRole.Officer, "DLHKP"),
        new("petugas.bandar-lor", "Petugas Kelurahan Bandar Lor", StaffRole.Officer, "35.71.01.1001"),
        new("bagpem", "Bagian Pemerintahan", StaffRole.Officer, "BAGPEM"),
        new("pemeriksa", "Pemeriksa Inspektorat", StaffRole.Officer, "INSPEKTORAT"),
        new("camat.mojoroto", "Camat Mojoroto", StaffRole.Head, "35.71.01"),
    ];

    /// <summary>Makes the people that are missing and gives all of them the password.</summary>
    /// <remarks>
    /// A password that nobody chose is made anew at each start and printed, never stored in the clear; open sessions
    /// outlive the change.
    /// </remarks>
    /// <param name="chosenPassword">Null or empty when nobody chose one.</param>
    /// <returns>What to print as the password: never a chosen one.</returns>
    public static async Task<string> WelcomeAsync(
        AppDb db, UserManager<Account> accounts, string? chosenPassword, CancellationToken cancellationToken)
    {
        var password = string.IsNullOrEmpty(chosenPassword) ? PasswordRules.Random() : chosenPassword;
        // They share the password, so they may share its hash: ten would cost a second at each start.
        var hash = accounts.PasswordHasher.HashPassword(new Account(), password);
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
                Email = person.UserName + "@contoh.invalid", // reaches nobody (RFC 2606)
                PasswordHash = hash,
                Demo = true,
            });
            if (!made.Succeeded)
                throw new InvalidOperationException($"Demo account {person.UserName}: {made}");
        }

        return password == chosenPassword ? $"as set in {PasswordSetting}" : password;
    }

    /// <summary>Disables those that an earlier run in Development left in this database.</summary>
    public static Task DismissAsync(AppDb db, CancellationToken cancellationToken) =>
        db.Users.Where(account => account.Demo)
            .ExecuteUpdateAsync(change => change.SetProperty(account => account.Disabled, true), cancellationToken);

    /// <summary>Tells the developer at the terminal; not the log, which is kept and shipped.</summary>
    public static void Print(IServiceProvider services, string password)
    {
        var addresses = services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        Console.WriteLine(
            $"""

            KediriLapor  {string.Join("  ", addresses)}
            Demo people (Development only), password {password}
            {string.Join(Environment.NewLine, People.Select(person => $"  {person.UserName,-20}{person.Role,-10}{person.AgencyCode}"))}

            """);
    }

    private sealed record Person(string UserName, string FullName, StaffRole Role, string? AgencyCode);
}
