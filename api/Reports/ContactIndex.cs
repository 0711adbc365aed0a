using System.Security.Cryptography;
using System.Text;
using KediriLapor.Persistence;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Reports;

/// <summary>The one key of the contact index, sealed by the data protection system and shared by all instances.</summary>
public sealed class KeptPhoneKey
{
    /// <summary>The one row.</summary>
    public const int TheOne = 1;

    public int Id { get; init; } = TheOne;

    public byte[] Sealed { get; set; } = [];
}

/// <summary>
/// What a contact is found by without opening it: the HMAC-SHA256 of its phone and of its address under a key of its own (a blind index). The key is
/// none of the ring's, which change every 90 days and would find nothing from before; a plain hash would be undone by trying all numbers.
/// </summary>
internal sealed class ContactIndex(IServiceScopeFactory scopes, IDataProtectionProvider protection) : IHostedService
{
    private const int KeySize = 32;

    private readonly IDataProtector protector = protection.CreateProtector("KediriLapor.PhoneIndex");
    private byte[]? key;

    /// <param name="phone">E.164.</param>
    public byte[] OfPhone(string phone) => Of(phone);

    /// <summary>
    /// Capitals do not tell mailboxes apart: the one who typed "Sri@Contoh.id" into a phone that begins with a capital is to find the report that
    /// "sri@contoh.id" sent. The prefix keeps any address from being a phone.
    /// </summary>
    public byte[] OfEmail(string email) => Of("email:" + email.Normalize(NormalizationForm.FormKC).ToLowerInvariant());

    /// <summary>What is counted about somebody and must not be read back, such as the network that asks.</summary>
    /// <param name="kind">Keeps one kind of thing from being another.</param>
    public byte[] OfOther(string kind, string value) => Of($"{kind}:{value}");

    /// <summary>After the database was migrated, and before the first request.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        if (await db.PhoneKeys.AsNoTracking().SingleOrDefaultAsync(cancellationToken) is not { } kept)
        {
            // of two instances that make one at once the first is kept, by both
            var made = protector.Protect(RandomNumberGenerator.GetBytes(KeySize));
            await db.Database.ExecuteSqlAsync($"INSERT INTO phone_index_keys (id, sealed) VALUES ({KeptPhoneKey.TheOne}, {made}) ON CONFLICT DO NOTHING", cancellationToken);
            kept = await db.PhoneKeys.AsNoTracking().SingleAsync(cancellationToken);
        }

        key = Open(kept, out _);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The same key under the ring's current one; null when that is what sealed it.</summary>
    public byte[]? Reseal(KeptPhoneKey kept)
    {
        var plain = Open(kept, out var outdated);
        return outdated ? protector.Protect(plain) : null;
    }

    private byte[] Of(string value) =>
        HMACSHA256.HashData(key ?? throw new InvalidOperationException("The contact index is not loaded yet."), Encoding.UTF8.GetBytes(value));

    private byte[] Open(KeptPhoneKey kept, out bool outdated) =>
        ((IPersistedDataProtector)protector).DangerousUnprotect(kept.Sealed, ignoreRevocationErrors: true, out outdated, out _);
}
