using System.Security.Cryptography;
using System.Text;
using KediriLapor.Persistence;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Notifications.WebPush;

/// <summary>Settings <c>WebPush:*</c>.</summary>
/// <param name="PrivateKey">A VAPID key from elsewhere; without it the program makes one and keeps it.</param>
/// <param name="Subject">Whom push services may ask; without it the public address, where that is https.</param>
/// <param name="AllowLocal">For tests: a push service on this machine, without TLS too.</param>
internal sealed record WebPushSettings(string? PrivateKey, string? Subject, bool AllowLocal)
{
    public static WebPushSettings Of(IConfiguration configuration, Uri site) => new(
        configuration["WebPush:PrivateKey"] is { Length: > 0 } key ? key : null,
        configuration["WebPush:Subject"] is { Length: > 0 } subject ? subject : site.Scheme == Uri.UriSchemeHttps ? site.GetLeftPart(UriPartial.Authority) : null,
        configuration.GetValue("WebPush:AllowLocal", false));
}

/// <summary>The one VAPID key that the program made for itself, sealed by the data protection system and shared by all instances.</summary>
public sealed class KeptVapidKey
{
    /// <summary>The one row.</summary>
    public const int TheOne = 1;

    public int Id { get; init; } = TheOne;

    public byte[] Sealed { get; init; } = [];
}

/// <summary>Knows the key. A key is for ever: browsers subscribe for it, and another one reaches none of them.</summary>
internal sealed class VapidKeys(WebPushSettings settings, IServiceScopeFactory scopes, IDataProtectionProvider protection) : IHostedService, IDisposable
{
    private readonly IDataProtector protector = protection.CreateProtector("KediriLapor.VapidKey");
    private VapidKey? known;

    public async ValueTask<VapidKey> Current(CancellationToken ct) => known ??= await Kept(ct);

    /// <exception cref="StartupRefused">A key is set and is none.</exception>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            known = settings.PrivateKey is { } given ? VapidKey.Read(given) : null;
            return Task.CompletedTask;
        }
        catch (Exception e) when (e is CryptographicException or FormatException or ArgumentException)
        {
            throw new StartupRefused("WebPush__PrivateKey is no private key of P-256 in base64url. Leave it out and the program makes one.");
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => known?.Dispose();

    private async Task<VapidKey> Kept(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        if (await db.VapidKeys.AsNoTracking().SingleOrDefaultAsync(ct) is not { } kept)
        {
            using var made = VapidKey.New();
            // of two instances that make one at once the first is kept, by both
            await db.Database.ExecuteSqlAsync(
                $"INSERT INTO vapid_keys (id, sealed) VALUES ({KeptVapidKey.TheOne}, {protector.Protect(Encoding.ASCII.GetBytes(made.Write()))}) ON CONFLICT DO NOTHING", ct);
            kept = await db.VapidKeys.AsNoTracking().SingleAsync(ct);
        }

        return VapidKey.Read(Encoding.ASCII.GetString(protector.Unprotect(kept.Sealed)));
    }
}
