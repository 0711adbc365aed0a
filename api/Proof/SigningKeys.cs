using KediriLapor.Persistence;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Proof;

/// <summary>The keys by which the city signs what others are to trust: daily roots and hand-over records.</summary>
internal static class SigningKeys
{
    /// <summary>Any number that no other lock of the program has.</summary>
    public const long Lock = 7_105_112_011;

    public static IDataProtector ForSigningKeys(this IDataProtectionProvider protection) => protection.CreateProtector("KediriLapor.HistorySigningKey");

    /// <summary>The newest; the first is made when it is asked for, by one instance: within a transaction.</summary>
    public static async Task<SigningKey> SigningKeyFor(this AppDb db, IDataProtector protector, DateTimeOffset now, CancellationToken ct)
    {
        if (await Newest() is { } known)
        {
            return known;
        }

        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({Lock})", ct);
        if (await Newest() is { } others)
        {
            return others;
        }

        var first = SigningKey.New(protector, now);
        db.SigningKeys.Add(first);
        return first;

        Task<SigningKey?> Newest() => db.SigningKeys.AsNoTracking().OrderByDescending(key => key.CreatedAt).FirstOrDefaultAsync(ct);
    }
}
