using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using KediriLapor.Harness;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KediriLapor.Api.Tests.Privacy;

/// <summary>A copy of the database must not open contacts: the keys in it can be sealed by a certificate that is elsewhere.</summary>
public sealed class KeyRingTests
{
    private const string Password = "sandi berkas uji";

    private const string InTheClear = "<masterKey";

    [Test]
    public async Task With_a_certificate_a_new_key_is_stored_encrypted_and_works_on_the_next_start()
    {
        var settings = new Dictionary<string, string?> { ["DataProtection:Certificate"] = await CertificateAsync(), ["DataProtection:CertificatePassword"] = Password };
        await using var api = await ApiHost.StartAsync(settings: settings);
        var now = TimeProvider.System.GetUtcNow();
        var key = api.Services.GetRequiredService<IKeyManager>().CreateNewKey(now, now.AddDays(90));

        var stored = await api.InDatabaseAsync(db => db.DataProtectionKeys.Where(k => k.Xml!.Contains(key.KeyId.ToString())).Select(k => k.Xml!).SingleAsync());
        Assert.That(stored, Does.Contain("EncryptedData").And.Not.Contain(InTheClear));

        await using var again = await ApiHost.StartAsync(settings: settings, database: api.Database);
        var known = again.Services.GetRequiredService<IKeyManager>().GetAllKeys().Single(other => other.KeyId == key.KeyId);
        Assert.That(known.CreateEncryptor(), Is.Not.Null);
    }

    [Test]
    public async Task Without_one_it_is_stored_as_it_is()
    {
        await using var api = await ApiHost.StartAsync();
        var now = TimeProvider.System.GetUtcNow();
        var key = api.Services.GetRequiredService<IKeyManager>().CreateNewKey(now, now.AddDays(90));
        Assert.That(
            await api.InDatabaseAsync(db => db.DataProtectionKeys.Where(k => k.Xml!.Contains(key.KeyId.ToString())).Select(k => k.Xml!).SingleAsync()),
            Does.Contain(InTheClear));
    }

    private static async Task<string> CertificateAsync()
    {
        using var rsa = RSA.Create(2048);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = new CertificateRequest("CN=kunci", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        var file = Path.Combine(PostgresServer.NewFolder(), "kunci.pfx");
        await File.WriteAllBytesAsync(file, certificate.Export(X509ContentType.Pkcs12, Password));
        return file;
    }
}
