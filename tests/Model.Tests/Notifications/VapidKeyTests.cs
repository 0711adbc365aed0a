using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using KediriLapor.Notifications.WebPush;
using KediriLapor.Persistence;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace KediriLapor.Model.Tests.Notifications;

public sealed class VapidKeyTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 2, 0, 0, TimeSpan.Zero);

    [Test]
    public void The_token_names_the_push_service_and_verifies_by_the_key_that_it_comes_with()
    {
        using var key = VapidKey.New();
        var parts = key.Authorize(new Uri("https://push.contoh.id/p/JzLQ3raZJfFBR0aqvOMsLrt54w4rJUsV"), "mailto:lapor@contoh.id", Now)["vapid t=".Length..].Split(", k=");
        var token = parts[0].Split('.');

        var claims = JsonSerializer.Deserialize<JsonElement>(WebEncoders.Base64UrlDecode(token[1]));
        Assert.That((claims.GetProperty("aud").GetString(), claims.GetProperty("sub").GetString()), Is.EqualTo(("https://push.contoh.id", "mailto:lapor@contoh.id")));
        Assert.That(DateTimeOffset.FromUnixTimeSeconds(claims.GetProperty("exp").GetInt64()), Is.EqualTo(Now.AddHours(12)));
        var point = WebEncoders.Base64UrlDecode(parts[1]);
        using var verifier = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new ECPoint { X = point[1..33], Y = point[33..] } });
        Assert.That(verifier.VerifyData(Encoding.ASCII.GetBytes($"{token[0]}.{token[1]}"), WebEncoders.Base64UrlDecode(token[2]), HashAlgorithmName.SHA256), Is.True);
    }

    [Test]
    public void Who_is_not_named_is_not_in_the_token()
    {
        using var key = VapidKey.New();
        var token = key.Authorize(new Uri("https://push.contoh.id:8443/p"), subject: null, Now).Split('.');
        Assert.That(Encoding.ASCII.GetString(WebEncoders.Base64UrlDecode(token[1])), Does.Not.Contain("sub").And.Contain("https://push.contoh.id:8443"));
    }

    /// <summary>RFC 8291, appendix A: a private key and its public one.</summary>
    [Test]
    public void A_private_key_alone_gives_the_public_one()
    {
        const string Private = "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw";
        using var key = VapidKey.Read(Private);
        Assert.That(key.PublicKey, Is.EqualTo("BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8"));
        Assert.That(key.Write(), Is.EqualTo(Private));
    }

    [TestCase("karangan")]
    [TestCase("bukan base64url!")]
    [TestCase("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void A_setting_that_is_no_key_ends_the_start_with_the_reason(string setting)
    {
        using var keys = new VapidKeys(new WebPushSettings(setting, Subject: null, AllowLocal: false), scopes: null!, new EphemeralDataProtectionProvider());
        Assert.That(() => keys.StartAsync(CancellationToken.None), Throws.TypeOf<StartupRefused>().With.Message.Contains("WebPush__PrivateKey"));
    }
}
